import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { SiteFrame } from '@/components/layout/SiteFrame';
import { Guards } from '@/components/submissions/Guards';
import { ContactStep } from '@/components/submissions/steps/ContactStep';
import { FilesStep } from '@/components/submissions/steps/FilesStep';
import { HappenedStep } from '@/components/submissions/steps/HappenedStep';
import { OrganisationStep } from '@/components/submissions/steps/OrganisationStep';
import { PlaceStep } from '@/components/submissions/steps/PlaceStep';
import { ResultsStep } from '@/components/submissions/steps/ResultsStep';
import { StepPage } from '@/components/submissions/steps/StepPage';
import { formStamp, STAMP_FIELD } from '@/lib/abuse/form-stamp';
import { showName } from '@/lib/enterprises/present';
import { findEnterprise } from '@/lib/enterprises/queries';
import { FILES_ACTION } from '@/lib/files/addresses';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { mapSettings } from '@/lib/map/settings';
import { pageLocale } from '@/lib/site/page-locale';
import { textAnswer } from '@/lib/story-form/form-data';
import { parseStep, stepNumber } from '@/lib/story-form/steps';
import { FORM_PAGES, VOCABULARIES } from '@/lib/submissions/fields';
import { nameLabel } from '@/lib/taxonomies/present';
import { vocabularies } from '@/lib/taxonomies/queries';
import { DraftFiles } from '../../DraftFiles';
import { type LoadedStep, loadStep } from '../../load-step';
import { loadVisitor, param, type SayPageProps, sayMetadata } from '../../visitor';

type Props = SayPageProps<{ step: string }>;

async function load({ params, searchParams }: Props) {
  const locale = await pageLocale(params);
  const page = parseStep((await params).step);
  if (!page) notFound();
  const query = await searchParams;
  const loaded = await loadStep(locale, page, param(query.check) !== '', param(query.enterprise));
  return { locale, page, loaded, fromCheck: param(query.from) === 'check' };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, page, loaded } = await load(props);
  const t = words(locale, 'StoryForm');
  const step = stepNumber(page);
  return sayMetadata({
    locale,
    page: '/have-your-say/form/[step]',
    params: { step: String(step) },
    title: t('stepTitle', { title: t(`pages.${page}`), step, steps: FORM_PAGES.length }),
    isError: loaded.view.faults.length > 0 || loaded.trouble !== null,
  });
}

export default async function StepRoute(props: Props) {
  const { locale, page, loaded, fromCheck } = await load(props);
  const { draft, kept } = await loadVisitor();
  // What was sent is not written on; the page after sending says where changes are made.
  if (draft?.sentAs && !kept) redirect(hrefFor(locale, '/have-your-say/sent'));
  return (
    <SiteFrame
      locale={locale}
      page="/have-your-say/form/[step]"
      params={{ step: String(stepNumber(page)) }}
      nav="voice"
    >
      <StepPage
        view={loaded.view}
        draft={loaded.draft}
        version={loaded.version}
        savedLine={loaded.savedLine}
        action={page === 'files' ? FILES_ACTION : '/api/story/save'}
        saveAddress="/api/story/save"
        fromCheck={fromCheck}
        done={loaded.done}
        trouble={loaded.trouble}
        guards={<Guards stamp={{ name: STAMP_FIELD, value: formStamp() }} locale={locale} />}
      >
        <Questions locale={locale} loaded={loaded} />
      </StepPage>
    </SiteFrame>
  );
}

function Questions({ locale, loaded }: { locale: Locale; loaded: LoadedStep }) {
  const { view, place, ambiguous } = loaded;
  switch (view.page) {
    case 'organisation':
      return <OrganisationStep view={view} record={recordOf(textAnswer(view.answers, 'organisationId'), locale)} />;
    case 'place':
      return <PlaceStep view={view} place={place} ambiguous={ambiguous} mapSettings={mapSettings(locale)} />;
    case 'happened':
      return <HappenedStep view={view} practiceTypes={termsOf('practiceTypes', locale)} />;
    case 'results':
      return (
        <ResultsStep
          view={view}
          beneficiaries={termsOf('beneficiaries', locale)}
          supporters={termsOf('support', locale)}
        />
      );
    case 'files':
      return (
        <FilesStep view={view} files={<DraftFiles view={view} />} contentLabels={termsOf('contentLabels', locale)} />
      );
    case 'contact':
      return <ContactStep view={view} />;
  }
}

function termsOf(field: keyof typeof VOCABULARIES, locale: Locale) {
  return vocabularies()
    .terms(VOCABULARIES[field])
    .map(({ code, labelSr, labelEn }) => ({
      value: code,
      label: nameLabel({ nameSr: labelSr, nameEn: labelEn }, locale),
    }));
}

function recordOf(id: string, locale: Locale) {
  const record = /^\d{1,9}$/.test(id) ? findEnterprise(id) : null;
  if (!record || !('id' in record)) return null;
  return {
    name: showName(record.name, locale),
    href: hrefFor(locale, '/enterprises/[slug]', { slug: record.slug }),
  };
}
