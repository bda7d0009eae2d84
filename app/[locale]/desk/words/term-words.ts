import { readNotice } from '@/lib/accounts/notices';
import { oneOf, type PageSearch } from '@/lib/accounts/outcomes';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { broaderTaxonomy, type TermForm } from '@/lib/taxonomies/edit-rules';
import { termLabel } from '@/lib/taxonomies/present';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';

const FAULTS = [
  'codeWrong',
  'codeTaken',
  'labelWrong',
  'textLong',
  'linkWrong',
  'parentWrong',
  'mergeWrong',
  'changed',
  'unknown',
  'reasonKind',
  'reasonWords',
  'reasonLong',
  'busy',
  'full',
] as const;
const DONE = ['created', 'changed', 'retired', 'restored', 'merged', 'returned'] as const;

/** How the last form went, in words; what is no code of ours says nothing. */
export function termOutcome(search: PageSearch, locale: Locale): { fault: string | null; done: string | null } {
  const t = words(locale, 'DeskWords');
  const fault = FAULTS.find((code) => code === oneOf(search, 'fault'));
  const done = DONE.find((code) => code === oneOf(search, 'done'));
  return { fault: fault ? t(`termFaults.${fault}`) : null, done: done ? t(`termDone.${done}`) : null };
}

/** What was typed and could not be taken, over what the form shows otherwise. */
export function withTyped<F extends TermForm>(form: F, headers: Headers, staffId: string, fault: string | null): F {
  const typed = fault === null ? null : readNotice(headers, 'typed', staffId);
  return typed ? { ...form, ...typed } : form;
}

/** Terms to choose from, retired ones left out. */
export function picksOf(vocab: Vocabularies, taxonomy: string, locale: Locale, except: string | null = null) {
  return vocab
    .terms(taxonomy)
    .filter(({ id, retired }) => !retired && id !== except)
    .map(({ id, code }) => ({ value: id, label: termLabel(vocab, taxonomy, code, locale) }));
}

/** Terms that may be broader than one; only activities have broader terms in our vocabularies. */
export function parentPicks(vocab: Vocabularies, taxonomy: string, locale: Locale, except: string | null = null) {
  const hasParents = taxonomy === 'activity' || vocab.terms(taxonomy).some(({ parentId }) => parentId !== null);
  return hasParents ? picksOf(vocab, broaderTaxonomy(taxonomy), locale, except) : [];
}
