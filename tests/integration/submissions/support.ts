import type { Prisma } from '@/generated/prisma/client';
import type { Locale } from '@/lib/i18n/locales';
import type { MailTemplate } from '@/lib/mail/values';
import type { Actor } from '@/lib/moderation/rules';
import type { Result } from '@/lib/shared/result';
import type { SpamVerdict } from '@/lib/submissions/commands';
import type { SavedDraft } from '@/lib/submissions/drafts';
import { FORM_PAGES, PAGE_FIELDS } from '@/lib/submissions/fields';
import type { StoryAnswers } from '@/lib/submissions/schema';
import { createTestDatabase, type TestDatabase } from '@/tests/support/database';

/** Terms that the answers below name. */
const TERMS = {
  practiceType: ['masks', 'other'],
  beneficiary: ['elderly', 'everybody'],
  supporter: ['none'],
  contentLabel: ['illness'],
};

/** An empty database with the terms that stories need. */
export async function createStoryDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  for (const [code, terms] of Object.entries(TERMS)) {
    await database.prisma.taxonomy.create({
      data: {
        ...{ code, nameSr: code, nameEn: code },
        terms: { create: terms.map((term) => ({ id: `${code}:${term}`, code: term, labelSr: term, labelEn: term })) },
      },
    });
  }
  return database;
}

export const NOW = new Date('2026-11-25T10:00:00Z');
export const later = (days: number, from = NOW) => new Date(from.getTime() + days * 86_400_000);
export const PASS: SpamVerdict = { score: 0, reasons: [], verdict: 'pass' };

/** A whole story, as the form would send it. */
export const ANSWERS: StoryAnswers = {
  submissionLocale: 'sr-Latn',
  organisationName: 'Udruženje Rukotvorke',
  role: 'led',
  roleRelation: 'vodim radionicu',
  place: 'Čačak',
  period: 'emergency',
  problem: 'U domu za stare nije bilo zaštitnih maski, a prodavnice su bile prazne. Niko nije znao kada će stići nove.',
  whatWasDone: 'Šile smo od pamuka, u dva sloja, da mogu da se peru. '.repeat(8),
  practiceTypes: ['masks'],
  title: 'Rukotvorke šiju hiljadu maski',
  summary: 'Deset žena iz udruženja sašilo je hiljadu maski za dom za stare i za komšije, besplatno.',
  beneficiaries: ['elderly'],
  results: 'Hiljadu maski je podeljeno za tri nedelje, po evidenciji udruženja i doma.',
  contactName: 'Ana Anić',
  showName: 'yes',
  contactEmail: 'ana@primer.example',
  contactPhone: '064 123 45 67',
  consentPublish: 'on',
};

export function done<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Fills in the form page by page. @returns the draft's secret */
export async function fillDraft(
  answers: StoryAnswers = ANSWERS,
  now = NOW,
  locale: Locale = 'sr-Latn',
): Promise<string> {
  const { saveDraft } = await import('@/lib/submissions/drafts');
  let secret: string | null = null;
  let version: number | null = null;
  for (const page of FORM_PAGES) {
    const fields = PAGE_FIELDS[page].filter((field) => Object.hasOwn(answers, field));
    const ofPage = Object.fromEntries(fields.map((field) => [field, answers[field]]));
    const saved: SavedDraft = done(await saveDraft({ secret, locale, page, answers: ofPage, version, now }));
    secret = saved.secret;
    version = saved.version;
  }
  if (secret === null) throw new Error('The form has no pages');
  return secret;
}

export async function send(answers: StoryAnswers = ANSWERS, now = NOW): Promise<{ secret: string; reference: string }> {
  const { sendStory } = await import('@/lib/submissions/commands');
  const secret = await fillDraft(answers, now);
  const { reference } = done(await sendStory({ secret, origin: 'web', spam: PASS, now }));
  return { secret, reference };
}

/** What waits in the outbox, oldest first, opened. */
export async function outbox(prisma: TestDatabase['prisma'], template?: MailTemplate) {
  const { unseal } = await import('@/lib/secrets');
  const where: Prisma.OutboxMailWhereInput = { state: 'waiting', ...(template && { template }) };
  const rows = await prisma.outboxMail.findMany({ where, orderBy: { id: 'asc' } });
  return rows.map((row) => ({
    ...row,
    ...unseal<{ to: string; values: Record<string, string> }>(row.sealed ?? new Uint8Array()),
  }));
}

/** The secret of the link in the newest mail of a kind. */
export async function mailedToken(prisma: TestDatabase['prisma'], template: MailTemplate): Promise<string> {
  const token = (await outbox(prisma, template)).at(-1)?.values.token;
  if (!token) throw new Error(`No mail ${template} waits`);
  return token;
}

/** A story that was sent and confirmed. @returns the secret of its status page */
export async function sendAndConfirm(prisma: TestDatabase['prisma'], answers: StoryAnswers = ANSWERS, now = NOW) {
  const { confirmStory } = await import('@/lib/submissions/commands');
  const { secret, reference } = await send(answers, now);
  const confirmToken = await mailedToken(prisma, 'confirm');
  const { statusToken } = done(await confirmStory(confirmToken, now));
  const { id } = await prisma.submission.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  return { id, secret, reference, confirmToken, statusToken };
}

export const moderator: Actor = { kind: 'staff', id: 'mira', roles: ['moderator'] };
export const two: Actor = { ...moderator, second: { id: 'jova', roles: ['coordinator'] } };

/** Takes a story through steps of staff, one after the other. */
export async function step(
  prisma: TestDatabase['prisma'],
  id: number,
  steps: readonly Parameters<typeof import('@/lib/moderation/commands').decide>[0]['transition'][],
  more: Partial<Parameters<typeof import('@/lib/moderation/commands').decide>[0]> = {},
) {
  const { decide } = await import('@/lib/moderation/commands');
  for (const transition of steps) {
    const { revision } = await prisma.submission.findUniqueOrThrow({ where: { id }, select: { revision: true } });
    done(await decide({ submissionId: id, transition, actor: two, revision, now: NOW, note: 'Zbog toga.', ...more }));
  }
}

export const publish = (prisma: TestDatabase['prisma'], id: number) =>
  step(prisma, id, ['claim', 'approve', 'publish']);
