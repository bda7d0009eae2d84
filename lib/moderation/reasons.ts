import 'server-only';
import { db } from '@/lib/db';
import type { Locale } from '@/lib/i18n/locales';
import { inScript } from '@/lib/serbian';
import { nameLabel } from '@/lib/taxonomies/present';

/** For which decision a reason is. */
export const REASON_KINDS = ['changes', 'reject', 'hide', 'unpublish', 'spam'] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

/** A reason as staff choose it. */
export interface ReasonView {
  code: string;
  kind: ReasonKind;
  /** red: against the rules; amber: can be mended. */
  severity: 'red' | 'amber';
  /** In the language of the desk. */
  label: string;
  /** What is offered as a beginning of the note, in the author's language. */
  text: string;
}

/** The reasons that can be chosen now, by kind and in their order. */
export async function listReasons(locale: Locale, authorLocale: Locale): Promise<ReasonView[]> {
  const rows = await db().decisionReason.findMany({
    where: { retired: false },
    orderBy: [{ kind: 'asc' }, { position: 'asc' }],
  });
  return rows.map(({ code, kind, severity, labelSr, labelEn, textSr, textEn }) => ({
    ...{ code, kind: kind as ReasonKind, severity: severity === 'red' ? 'red' : 'amber' },
    label: nameLabel({ nameSr: labelSr, nameEn: labelEn }, locale),
    text: authorLocale === 'en' ? textEn : inScript(textSr, authorLocale),
  }));
}

/** Reasons in words, retired ones too, by code. */
export async function reasonLabels(locale: Locale): Promise<ReadonlyMap<string, string>> {
  const rows = await db().decisionReason.findMany({ select: { code: true, labelSr: true, labelEn: true } });
  return new Map(
    rows.map(({ code, labelSr, labelEn }) => [code, nameLabel({ nameSr: labelSr, nameEn: labelEn }, locale)]),
  );
}

/** The words that a reason offers for a story, in the language of its author; empty where it has none. */
export async function offeredText(code: string, submissionId: number): Promise<string> {
  const story = await db().submission.findUnique({ where: { id: submissionId }, select: { locale: true } });
  const reason = await db().decisionReason.findUnique({ where: { code }, select: { textSr: true, textEn: true } });
  if (!story || !reason) return '';
  return story.locale === 'en' ? reason.textEn : inScript(reason.textSr, story.locale as Locale);
}
