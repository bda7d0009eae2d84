import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TermPage } from '@/components/desk/TermPage';
import { formatMoment } from '@/lib/i18n/formats';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { pageLocale } from '@/lib/site/page-locale';
import { termForEdit, usesOfTerms } from '@/lib/taxonomies/edit-queries';
import { type TermState, toTermForm } from '@/lib/taxonomies/edit-rules';
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
} from '../../../../desk-page';
import { parentPicks, picksOf, termOutcome, withTyped } from '../../../term-words';

const LIST = '/desk/words';

interface PageProps extends DeskPageProps {
  params: Promise<{ locale: string; taxonomy: string; code: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const { taxonomy, code } = await params;
  return deskMetadata(locale, termLabel(vocabularies(), taxonomy, code, locale));
}

export default async function Term(props: PageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const { taxonomy, code } = await props.params;
  const staff = await permitted(locale, LIST, headers, 'editTaxonomies');
  if (!staff) return <NotAllowedView locale={locale} page={LIST} staff={admitted(locale, LIST, desk.staff)} />;
  const found = await termForEdit(staff, `${taxonomy}:${code}`);
  if (!found.ok || found.value === null) notFound();
  const { id, state, retired, mergedInto, seen, versions } = found.value;
  const vocab = vocabularies();
  const t = words(locale, 'DeskWords');
  const { fault, done } = termOutcome(search, locale);
  const other = mergedInto === null ? undefined : vocab.termById(mergedInto);
  const label = ({ labelSr, labelSrCyrl, labelEn }: TermState) =>
    nameLabel({ nameSr: labelSr, nameSrCyrl: labelSrCyrl, nameEn: labelEn }, locale);
  const inAll = { nameSr: state.labelSr, nameSrCyrl: state.labelSrCyrl, nameEn: state.labelEn };
  return (
    <DeskView locale={locale} page="/desk/words/terms/[taxonomy]/[code]" params={{ taxonomy, code }} staff={staff}>
      <TermPage
        locale={locale}
        model={{
          ...{ taxonomy, code, seen, retired, fault, done, title: label(state) },
          form: withTyped(toTermForm(state), headers, staff.id, fault),
          parents: parentPicks(vocab, taxonomy, locale, id),
          scripts: t('terms.preview', {
            latin: nameLabel(inAll, 'sr-Latn'),
            cyrillic: nameLabel(inAll, 'sr-Cyrl'),
            english: nameLabel(inAll, 'en'),
          }),
          uses: t('terms.used', { n: usesOfTerms(taxonomy).get(id) ?? 0 }),
          merged: other ? t('terms.mergedInto', { label: termLabel(vocab, other.taxonomy, other.code, locale) }) : null,
          others: picksOf(vocab, taxonomy, locale, id),
          versions: versions.map((version) => ({
            id: version.id,
            label: label(version.state),
            text: `${t(`terms.kinds.${version.kind}`)} · ${t('texts.version', {
              day: formatMoment(locale, version.at),
              who: version.by,
            })}`,
          })),
          listHref: hrefFor(locale, '/desk/words/terms/[taxonomy]', { taxonomy }),
        }}
      />
    </DeskView>
  );
}
