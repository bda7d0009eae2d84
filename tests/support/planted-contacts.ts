import type { PrismaClient } from '@/generated/prisma/client';
import { mailResumeLink } from '@/lib/submissions/drafts';
import { sendSuggestion } from '@/lib/suggestions/commands';
import { fillDraft, moderator, publish, send, sendAndConfirm, step } from '../integration/submissions/support';
import type { Planted } from './find-contacts';
import { storyAnswers } from './story-answers';

/*
 * Contacts planted in drafts, in submissions of every kind of state, and in published stories, to be looked for where they
 * must not be. Made-up people; every part of them stands nowhere else.
 */

interface Person {
  name: string;
  /** No other planted person, text or file has these. */
  rare: readonly string[];
  email: string;
  phone: string;
}

function person(n: number, name: string): Person {
  const email = `tajnaadresa${n}.${name.split(' ')[0]?.toLowerCase()}@skrivenidomen${n}.example`;
  const phone = `+38160770${String(4100 + n)}`;
  return {
    name,
    email,
    phone,
    rare: [name.split(' ').at(-1) ?? name, `skrivenidomen${n}`, `tajnaadresa${n}`, `60770${4100 + n}`],
  };
}

const NAMES = ['Nadežda Plantićeva', 'Radovan Zasađenko', 'Ljubica Usađenović', 'Tihomir Skrivničić', 'Desanka Potajković', 'Velimir Krišomić', 'Stojanka Sklonićeva', 'Gradimir Zaklonović', 'Spomenka Prikrivčić', 'Dobrivoje Utajinski', 'Jagoda Neotkriven']; // biome-ignore format: a list
const PEOPLE = NAMES.map((name, n) => person(n, name));

/** Plants them by the real commands. The publicly named one is in no list of secrets, but for its address and phone. */
export async function plantContacts(prisma: PrismaClient, now: Date): Promise<Planted> {
  let next = 0;
  const used: Person[] = [];
  const story = (other: Record<string, unknown> = {}) => {
    const one = PEOPLE[next] ?? person(next, `Osoba Rednibroj${next}`);
    const answers = { contactName: one.name, contactEmail: one.email, contactPhone: one.phone, showName: 'no' };
    next += 1;
    used.push(one);
    return storyAnswers({ ...answers, title: `Komšije su kuvale i nosile obroke, priča ${next}`, ...other });
  };
  const references: string[] = [];
  const published: number[] = [];
  const confirmed = async (other: Record<string, unknown> = {}) => {
    const made = await sendAndConfirm(prisma, story(other), now);
    references.push(made.reference);
    return made.id;
  };

  const draft = await fillDraft(story(), now);
  await mailResumeLink({ secret: draft, email: used.at(-1)?.email ?? '', locale: 'sr-Latn', now });
  references.push((await send(story(), now)).reference);
  await confirmed();
  await step(prisma, await confirmed(), ['claim'], { now });
  const requests = [{ field: 'results', quote: null, reason: 'unclear', note: 'Napišite koliko obroka.' }] as const;
  await step(prisma, await confirmed(), ['claim', 'request_changes'], { now, requests });
  await step(prisma, await confirmed(), ['claim', 'reject'], { now });
  for (const showName of ['no', 'initials', 'yes']) {
    const id = await confirmed({ showName });
    await publish(prisma, id);
    published.push(id);
  }
  const publicName = used.at(-1)?.name ?? '';
  await plantSuggestions(prisma, now, used);
  const hidden = await confirmed();
  await publish(prisma, hidden);
  await step(prisma, hidden, ['hide'], { now, actor: moderator });
  return {
    secrets: used.flatMap(({ rare, name }) => (name === publicName ? rare.slice(1) : rare)),
    publicName,
    references,
    published,
  };
}

/** A correction and a claim, of which one is confirmed and both wait: what senders say of themselves is sealed. */
async function plantSuggestions(prisma: PrismaClient, now: Date, used: Person[]): Promise<void> {
  const record = await prisma.enterprise.findFirstOrThrow({ orderBy: { id: 'asc' } });
  const verdict = { score: 0, reasons: [], verdict: 'pass' as const };
  const shared = {
    enterpriseId: record.id,
    name: record.nameSr,
    locale: 'sr-Latn' as const,
    verdict,
    stamp: null,
    now,
  };
  const [neighbour, owner] = [person(used.length, 'Vidosava Predlogović'), person(used.length + 1, 'Ratomir Svojinić')];
  const said = `Pitajte ${neighbour.name}, ${neighbour.phone}`;
  await sendSuggestion({
    ...{ ...shared, kind: 'correct', changes: [{ field: 'shortName', before: null, after: 'Skraćeno' }] },
    sender: { email: neighbour.email, sources: { shortName: said } },
  });
  const claim = { evidence: `Ja sam ${owner.name}, ${owner.phone}`, role: `upravnik ${owner.name}` };
  await sendSuggestion({ ...shared, kind: 'mine', changes: [], sender: { email: owner.email, sources: {}, ...claim } });
  used.push(neighbour, owner);
}
