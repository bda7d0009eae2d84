import type { Metadata } from 'next';
import { type ReasonModel, ReasonsPage } from '@/components/desk/ReasonsPage';
import { readNotice } from '@/lib/accounts/notices';
import { oneOf } from '@/lib/accounts/outcomes';
import { formatMoment } from '@/lib/i18n/formats';
import { words } from '@/lib/i18n/words';
import { reasonsForEdit } from '@/lib/moderation/reason-commands';
import type { ReasonState } from '@/lib/moderation/reason-rules';
import { pageLocale } from '@/lib/site/page-locale';
import { nameLabel } from '@/lib/taxonomies/present';
import {
  admitted,
  type DeskPageProps,
  DeskView,
  deskMetadata,
  NotAllowedView,
  openDesk,
  permitted,
} from '../../desk-page';
import { termOutcome } from '../term-words';

const PAGE = '/desk/words/reasons';
const EMPTY = {
  code: '',
  kind: 'changes',
  severity: 'amber',
  labelSr: '',
  labelEn: '',
  textSr: '',
  textEn: '',
} as const;

export async function generateMetadata({ params, searchParams }: DeskPageProps): Promise<Metadata> {
  const locale = await pageLocale(params);
  const faulty = oneOf(await searchParams, 'fault') !== undefined;
  return deskMetadata(locale, words(locale, 'DeskWords')('reasons.title'), faulty);
}

export default async function Reasons(props: DeskPageProps) {
  const { locale, search, headers, ...desk } = await openDesk(props);
  const staff = await permitted(locale, PAGE, headers, 'editTemplates');
  if (!staff) return <NotAllowedView locale={locale} page={PAGE} staff={admitted(locale, PAGE, desk.staff)} />;
  const found = await reasonsForEdit(staff);
  if (!found.ok) throw new Error(`The reasons were refused: ${found.error.code}`);
  const t = words(locale, 'DeskWords');
  const { fault, done } = termOutcome(search, locale);
  const isPreview = oneOf(search, 'show') === 'preview';
  const typed = fault === null && !isPreview ? null : readNotice(headers, 'typed', staff.id);
  const at = oneOf(search, 'at');
  const label = ({ labelSr, labelEn }: ReasonState) => nameLabel({ nameSr: labelSr, nameEn: labelEn }, locale);
  const reasons = found.value.map(({ code, state, retired, seen, versions }): ReasonModel => {
    const isTyped = typed !== null && typed.act === 'edit' && typed.code === code;
    return {
      ...{ code, retired, seen, label: label(state), open: at === code },
      form: isTyped ? ({ ...state, ...typed } as ReasonState) : state,
      isPreview: isTyped && isPreview,
      versions: versions.map((version) => ({
        id: version.id,
        label: label(version.state),
        text: `${t(`terms.kinds.${version.kind}`)} · ${t('texts.version', {
          day: formatMoment(locale, version.at),
          who: version.by,
        })}`,
      })),
    };
  });
  const fresh = typed?.act === 'create' ? { ...EMPTY, ...typed } : EMPTY;
  return (
    <DeskView locale={locale} page={PAGE} staff={staff}>
      <ReasonsPage
        locale={locale}
        reasons={reasons}
        fresh={fresh as typeof fresh & ReasonState}
        isFreshPreview={isPreview && typed?.act === 'create'}
        fault={fault}
        done={done}
      />
    </DeskView>
  );
}
