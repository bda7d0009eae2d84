import { closeDb, db } from '@/lib/db';
import { sendAndConfirm } from '@/tests/integration/submissions/support';
import { storyAnswers } from '@/tests/support/story-answers';

// Puts stories before the desk, in the database of DATA_DIR and by the real commands: `plant-waiting.ts COUNT TAG`. The first
// one is the oldest. Prints their references as JSON, in that order.
const [count = '1', tag = 'proba'] = process.argv.slice(2);
const references: string[] = [];
for (let n = Number(count); n >= 1; n -= 1) {
  const answers = storyAnswers({
    title: `Komšije su kuvale i nosile obroke, ${tag} ${n}`,
    contactEmail: `${tag}${n}@primer.example`,
    contactName: 'Proba Redova',
  });
  const day = new Date(Date.now() - n * 86_400_000);
  references.push((await sendAndConfirm(db(), answers, day)).reference);
}
await closeDb();
console.log(JSON.stringify(references));
