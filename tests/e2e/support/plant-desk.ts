import { closeDb, db } from '@/lib/db';
import { hrefFor } from '@/lib/i18n/navigation';
import { sendAndConfirm } from '@/tests/integration/submissions/support';
import { storyAnswers } from '@/tests/support/story-answers';

// Puts one story before the desk, in the database of DATA_DIR and by the real commands: `plant-desk.ts TAG [JSON of answers]`.
// Prints its reference and the address of its author's page.
const [tag = 'proba', changes = '{}'] = process.argv.slice(2);
const answers = storyAnswers({
  title: `Komšije su kuvale i nosile obroke, ${tag}`,
  contactEmail: `${tag}@primer.example`,
  contactName: 'Ana Probić',
  ...(JSON.parse(changes) as object),
});
const { reference, statusToken } = await sendAndConfirm(db(), answers, new Date());
await closeDb();
console.log(
  JSON.stringify({ reference, author: hrefFor('sr-Latn', '/have-your-say/my-story', {}, { t: statusToken }) }),
);
