import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TermsPage } from '@/components/desk/TermsPage';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { usesOfTerms } from '@/lib/taxonomies/edit-queries';
import { nameLabel, termLabel } from '@/lib/taxonomies/present';
import { vocabularies } from '@/lib/taxonomies/queries';
import {
  admitted,
  type DeskPageProps,
  DeskView,
  deskMetadata,
  NotAllowedView,
  openDesk,
  permitted,
} from '../../../desk-page';
import { parentPicks, termOutcome, withTyped } from '../../term-words';

const LIST = '/desk/words';

interface PageProps extends DeskPageProps {
  params: Promise<{ locale: string; taxonomy: string }>;
}

const EMPTY = {
  ...{ code: '', labelSr: '', labelSrCyrl: '', labelEn: '', noteSr: '', noteEn: '' },
  ...{ parentId: '', synonymsSr: '', synonymsEn: '', links: '' },
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const taxonomy = vocabularies().taxonomies.get((await params).taxonomy);
  return deskMetadata(locale, taxonomy ? nameLabel(taxonomy, locale) : words(locale, 'DeskWords')('title'));
}

export default async function Terms(props: PageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const { taxonomy: code } = await props.params;
  const staff = await permitted(locale, LIST, headers, 'editTaxonomies');
  if (!staff) return <NotAllowedView locale={locale} page={LIST} staff={admitted(locale, LIST, desk.staff)} />;
  const vocab = vocabularies();
  const taxonomy = vocab.taxonomies.get(code);
  if (!taxonomy) notFound();
  const t = words(locale, 'DeskWords');
  const uses = usesOfTerms(code);
  const { fault } = termOutcome(search, locale);
  return (
    <DeskView locale={locale} page="/desk/words/terms/[taxonomy]" params={{ taxonomy: code }} staff={staff}>
      <TermsPage
        locale={locale}
        taxonomy={code}
        title={nameLabel(taxonomy, locale)}
        lines={vocab.terms(code).map((term) => ({
          href: hrefFor(locale, '/desk/words/terms/[taxonomy]/[code]', { taxonomy: code, code: term.code }),
          label: termLabel(vocab, code, term.code, locale),
          code: term.code,
          detail: term.retired ? t('terms.retired') : t('terms.used', { n: uses.get(term.id) ?? 0 }),
          retired: term.retired ?? false,
        }))}
        form={withTyped(EMPTY, headers, staff.id, fault)}
        parents={parentPicks(vocab, code, locale)}
        fault={fault}
      />
    </DeskView>
  );
}
