import 'server-only';
import type { SuggestionFactModel } from '@/components/desk/SuggestionFact';
import type { SuggestionModel } from '@/components/desk/SuggestionPage';
import { formatDay } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { hrefFor } from '@/lib/i18n/navigation';
import { words } from '@/lib/i18n/words';
import { inScript } from '@/lib/serbian';
import { checkDecision } from '@/lib/suggestions/decision';
import { isSameValue, isSuggestField } from '@/lib/suggestions/fields';
import { valuesOf } from '@/lib/suggestions/form-model';
import { fieldLabel, suggestFaultText, valueText } from '@/lib/suggestions/present';
import type { DeskChange, DeskSuggestion } from '@/lib/suggestions/queries';
import { termLabel } from '@/lib/taxonomies/present';
import type { Vocabularies } from '@/lib/taxonomies/vocabularies';
import { askedOf } from '../../../enterprises/suggest-page';

interface Shown {
  locale: Locale;
  vocab: Vocabularies;
  /** Code of a fault: of the whole, or `faults` of single fields. */
  fault: string | null;
  canReveal: boolean;
  revealed: string | null;
  done: string | null;
}

const WHOLE = ['changed', 'notFound', 'basisNeeded', 'nameNeeded', 'notFitting', 'busy', 'full'] as const;

/** A suggestion as its page shows it. A decision that could not be taken stands in the form as it was filled in. */
export function suggestionModel(found: DeskSuggestion, shown: Shown): SuggestionModel {
  const { locale, vocab } = shown;
  const t = words(locale, 'DeskSuggestions');
  const { draft, record, sender, kind } = found;
  const whole = WHOLE.find((code) => code === shown.fault);
  const facts = found.changes.map((change) => toFact(change, found, shown));
  const pick = (taxonomy: string) =>
    vocab
      .terms(taxonomy)
      .filter(({ retired }) => !retired)
      .map(({ code }) => ({ value: code, label: termLabel(vocab, taxonomy, code, locale) }));
  const isClaim = kind === 'mine' && found.state === 'decided' && found.changes[0]?.outcome === 'accepted';
  return {
    ...{ id: found.id, version: found.version, reference: found.reference, kind, state: found.state },
    title: t('one.title', {
      kind: words(locale, 'Suggest')(`outcome.kind.${kind}`),
      name: inScript(found.name, locale),
    }),
    sent: t('one.sent', { day: formatDay(locale, found.createdAt) }),
    decided: found.decidedAt
      ? t('one.decided', { day: formatDay(locale, found.decidedAt), who: found.decidedBy ?? '' })
      : null,
    recordHref: record && hrefFor(locale, '/enterprises/[slug]', { slug: record.slug }),
    recordGone: record === null && kind !== 'add',
    byOwner: found.byOwner,
    duplicates: found.duplicates.map(({ slug, name }) => ({
      href: hrefFor(locale, '/enterprises/[slug]', { slug }),
      name: inScript(name, locale),
    })),
    odd: oddWords(found.spamReasons, locale),
    sender: sender && {
      ...{ evidence: sender.evidence, role: sender.role },
      email: t(`one.emailState.${emailState(sender)}`),
      canReveal: sender.hasEmail && shown.canReveal,
    },
    ...{ revealed: shown.revealed, facts, done: shown.done },
    ...{ bases: pick('basis'), basis: draft?.basis ?? '' },
    ...{ methods: pick('verificationMethod'), method: draft?.verifiedBy ?? (found.byOwner ? 'owner' : '') },
    ownership: isClaim ? (found.ownerEnded ? 'ended' : 'held') : null,
    nextHref: found.next && hrefFor(locale, '/desk/suggestions/[reference]', { reference: found.next }),
    fault: whole ? t(`faults.${whole}`) : null,
    faultSummary: facts.flatMap(({ id, label, fault }) =>
      fault ? [{ href: `#outcome-${id}-accepted`, text: `${label}: ${fault}` }] : [],
    ),
  };
}

/** Why a suggestion looks odd, in words; null when it does not. */
function oddWords(reasons: readonly string[], locale: Locale): string | null {
  const t = words(locale, 'DeskSuggestions');
  const known = reasons.filter((reason) => t.has(`spamReasons.${reason}` as 'spamReasons.trap'));
  return known.length > 0 ? known.map((reason) => t(`spamReasons.${reason}` as 'spamReasons.trap')).join(', ') : null;
}

function emailState({ hasEmail, confirmed, ownDomain }: NonNullable<DeskSuggestion['sender']>) {
  if (!hasEmail) return 'none';
  if (!confirmed) return 'unconfirmed';
  return ownDomain ? 'own' : 'confirmed';
}

function toFact(change: DeskChange, found: DeskSuggestion, shown: Shown): SuggestionFactModel {
  const { locale, vocab } = shown;
  const t = words(locale, 'DeskSuggestions');
  const { id, field, source } = change;
  const text = (value: DeskChange['after']) => valueText(field, value, locale, vocab);
  const choice = found.draft?.choices.find(({ changeId }) => changeId === id);
  const claim = field === 'ownership';
  const edited = choice?.edited;
  const wrong = faultOf(found, id, shown);
  const value = edited === undefined ? change.after : edited;
  return {
    ...{ id, source, label: fieldLabel(field, locale) },
    ...{ before: text(change.before), now: text(change.now), after: text(change.after), moved: change.moved },
    already: found.state === 'waiting' && found.kind === 'correct' && isSameValue(change.now, change.after),
    plain: found.kind !== 'correct',
    needsSource: !claim,
    taken: text(change.taken),
    edit: isSuggestField(field)
      ? {
          ...{ name: `v-${field}`, values: valuesOf(field, value), asked: askedOf(field, value, vocab, locale) },
          open: edited !== undefined,
        }
      : null,
    outcome: choice ? choice.outcome : change.outcome,
    sourceTitle: choice?.sourceTitle ?? t(found.byOwner ? 'decide.ownerSource' : 'decide.publicSource'),
    sourceUrl: choice?.sourceUrl ?? firstAddress(source),
    reason: choice?.reason ?? change.reason ?? '',
    note: choice?.note ?? change.note ?? '',
    fault: wrong,
  };
}

/** The sender often names a page: it is proposed as the source's address. */
function firstAddress(source: string | null): string {
  return /https?:\/\/[^\s<>"]+[^\s<>".,;)]/.exec(source ?? '')?.[0] ?? '';
}

function faultOf({ draft, changes }: DeskSuggestion, id: number, { fault, locale, vocab }: Shown): string | null {
  if (!draft || fault === null) return null;
  const t = words(locale, 'DeskSuggestions');
  const found = checkDecision(draft, changes, vocab).find(({ changeId }) => changeId === id);
  if (found?.value) return suggestFaultText(found.value, locale);
  if (found) return t(`faults.${found.code}` as 'faults.undecided');
  return fault === `numberTaken-${id}` ? t('faults.numberTaken') : null;
}
