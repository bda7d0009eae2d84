import { decideSuggestion, sendSuggestion } from '@/lib/suggestions/commands';
import type { SuggestionKind } from '@/lib/suggestions/commands/send';
import type { FieldChoice } from '@/lib/suggestions/decision';
import { deskSuggestion, recordForSuggestion, type SuggestRecord } from '@/lib/suggestions/queries';
import {
  type Entries,
  type ParsedSuggestion,
  parseAddition,
  parseClaim,
  parseCorrection,
} from '@/lib/suggestions/schema';
import { vocabularies } from '@/lib/taxonomies/queries';
import { done, type InventedRecords, memberOf } from './directory';
import type { Team } from './people';

const DAY_MS = 86_400_000;

/** Invents suggestions of the public about the invented records: of every kind, waiting, decided and spam. */
export async function addSuggestions(team: Team, records: InventedRecords, now: Date): Promise<void> {
  const furrow = await recordAt(records.furrow);
  const needle = await recordAt(records.needle);
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const vocab = vocabularies();

  await send('correct', furrow, done(parseCorrection(CORRECTION, furrow.input, vocab)), ago(3));
  const claim = { changes: [], sender: done(parseClaim(CLAIM)) };
  await send('mine', furrow, claim, ago(2));
  await send('add', null, done(parseAddition(await addition(), vocab)), ago(1));
  await send('correct', needle, done(parseCorrection(ADVERT, needle.input, vocab)), ago(5), 'spam');

  const told = await send('correct', needle, done(parseCorrection(DECIDED, needle.input, vocab)), ago(6));
  const coordinator = await memberOf(team.coordinator.id, now);
  const found = done(await deskSuggestion(coordinator, told, now));
  if (!found) throw new Error(`There is no suggestion ${told}`);
  const choices = found.changes.map(({ id, field }) => ({
    ...(field === 'foundedYear' ? taken : refused),
    changeId: id,
  }));
  const decision = { suggestionId: found.id, version: found.version, choices, basis: null, verifiedBy: null };
  done(await decideSuggestion(coordinator, decision, vocab, ago(4)));
}

const CORRECTION: Entries = [
  ['f', 'foundedYear'],
  ['f', 'phone'],
  ['f', 'website'],
  ['v-foundedYear', '2010'],
  ['v-phone', '011 000 00 00'],
  ['v-website', 'https://brazda.demo.example/o-nama?od=letak'],
  ['s-foundedYear', 'Izmišljen primer: piše na https://brazda.demo.example/o-nama'],
  ['email', 'komsinica@demo.example'],
];
const CLAIM: Entries = [
  ['evidence', 'Izmišljen primer: moje ime stoji na strani „O nama“.'],
  ['role', 'predsednica'],
  ['email', 'ana@brazda.demo.example'],
];
const ADVERT: Entries = [
  ['f', 'nameEn'],
  ['v-nameEn', 'Invented advertisement'],
  ['s-nameEn', 'Izmišljen primer.'],
];
const DECIDED: Entries = [
  ['f', 'foundedYear'],
  ['f', 'shortName'],
  ['v-foundedYear', '2016'],
  ['v-shortName', 'Iglica'],
  ['s-foundedYear', 'Izmišljen primer: razgovor u radionici.'],
];
const taken = { outcome: 'accepted', sourceTitle: 'Predlog javnosti', sourceUrl: '', reason: '', note: '' } as const;
const refused: Omit<FieldChoice, 'changeId'> = {
  ...{ outcome: 'refused', sourceTitle: '', sourceUrl: '', reason: 'unclear' },
  note: 'Tako je u radionici niko ne zove.',
};

async function addition(): Promise<Entries> {
  const municipality = [...vocabularies().municipalities.values()].find(({ nameSr }) => nameSr === 'Bor');
  return [
    ['v-nameSr', 'Zamišljena pekara „Kvasac“ (izmišljen primer)'],
    ['v-activitySr', 'Peče hleb i zapošljava osobe sa invaliditetom.'],
    ['v-place', municipality?.id ?? ''],
    ['v-website', 'kvasac.demo.example'],
    ['source', 'Izmišljen primer: kupujem tamo hleb.'],
  ];
}

async function recordAt(slug: string): Promise<SuggestRecord> {
  const record = await recordForSuggestion(slug);
  if (!record || 'movedTo' in record) throw new Error(`There is no record ${slug}`);
  return record;
}

async function send(
  kind: SuggestionKind,
  record: SuggestRecord | null,
  parsed: ParsedSuggestion,
  now: Date,
  verdict: 'pass' | 'spam' = 'pass',
): Promise<string> {
  const name = record?.name.sr ?? String(parsed.changes.find(({ field }) => field === 'nameSr')?.after ?? '');
  const sent = await sendSuggestion({
    ...{ kind, enterpriseId: record?.id ?? null, name, locale: 'sr-Latn', stamp: null, now, ...parsed },
    verdict: { score: verdict === 'spam' ? 20 : 0, reasons: verdict === 'spam' ? ['trap'] : [], verdict },
  });
  return done(sent).reference;
}
