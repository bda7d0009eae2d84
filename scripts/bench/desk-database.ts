import { invite } from '@/lib/accounts/invitations';
import { closeDb, db, type Tx } from '@/lib/db';
import { refreshStoryInQueue } from '@/lib/queue/story-items';
import { seal } from '@/lib/secrets';
import { toStoryContent } from '@/lib/stories/content';
import { FIELD_NAMES } from '@/lib/submissions/fields';
import { newReference } from '@/lib/submissions/references';
import { checkAnswers, type StoryInput } from '@/lib/submissions/schema';
import { emailHashOf } from '@/lib/submissions/tokens';
import { storyAnswers } from '@/tests/support/story-answers';

// Fills the database of the settings with synthetic stories for the benchmark of the desk: `desk-database.ts WAITING DECIDED`.
// Every one says so in its title. Prints the link of an invitation for a moderator.

const BATCH = 250;
const DAY_MS = 86_400_000;
const [waiting = 0, decided = 0] = process.argv.slice(2).map(Number);

const checked = checkAnswers(storyAnswers(), FIELD_NAMES);
if (!checked.ok) throw new Error('The synthetic story has faults');
const content = toStoryContent(checked.value as StoryInput);

for (let from = 0; from < waiting + decided; from += BATCH) {
  const size = Math.min(BATCH, waiting + decided - from);
  await db().$transaction((tx) => writeBatch(tx, from, size));
}
const invited = await invite(
  { kind: 'console' },
  { email: 'merenje@primer.example', role: 'moderator' },
  { byMail: false },
);
if (!invited.ok) throw new Error(invited.error.code);
await closeDb();
console.log(invited.value.link);

async function writeBatch(tx: Tx, from: number, size: number): Promise<void> {
  for (let n = from; n < from + size; n += 1) {
    const isWaiting = n < waiting;
    const at = new Date(Date.now() - (n % 40) * DAY_MS - n * 1000);
    const title = `Sintetička priča ${n} za merenje radnog stola`;
    const email = `merenje${n}@primer.example`;
    const { id } = await tx.submission.create({
      data: {
        ...{ reference: newReference(), state: isWaiting ? 'pending' : 'rejected', stateSince: at, origin: 'import' },
        ...{ locale: 'sr-Latn', title, organisationName: content.organisationName, createdAt: at, confirmedAt: at },
        emailHash: emailHashOf(email),
        versions: {
          create: { number: 1, content: JSON.stringify({ ...content, title }), author: 'submitter', createdAt: at },
        },
        contact: { create: { sealed: seal({ name: 'Proba Merenja', email, phone: null }), savedAt: at } },
        events: {
          create: { at, kind: 'confirm', fromState: 'unconfirmed', toState: 'pending', actorKind: 'submitter' },
        },
      },
      select: { id: true },
    });
    if (isWaiting) await refreshStoryInQueue(tx, id);
  }
}
