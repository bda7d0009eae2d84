import { existsSync } from 'node:fs';
import path from 'node:path';
import { Problem } from './problem.mjs';
import { serverCode } from './server-code.mjs';

/**
 * Makes the key that encrypts contacts, where there is none, and says so once: it must be kept.
 * @param {(what: string) => void} say
 */
export async function prepareContactKey(say) {
  const { contactKey, contactKeyFile } = await serverCode('lib/secrets/index.ts');
  const { settings } = await serverCode('lib/env.ts');
  const file = contactKeyFile();
  const isNew = !settings().CONTACT_KEY && !existsSync(file);
  try {
    contactKey();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(
      `The key of the contacts cannot be used: ${reason}`,
      'See "The key of the contacts" in docs/operations.md',
      error,
    );
  }
  if (isNew) say(`made the key of the contacts, ${shown(file)}; keep a copy of it apart from the backups`);
}

/** One line when the contacts in the database were sealed with a key that is not there; else null. */
export async function keyNotice() {
  const { db } = await serverCode('lib/db/index.ts');
  const { areContactsReadable } = await serverCode('lib/submissions/contacts.ts');
  if (await areContactsReadable(db())) return null;
  return 'The contacts in the database were encrypted with another key: put it back (docs/operations.md, "The key of the contacts").';
}

/** One line on where mails go, for the end of the start; null when a server takes them. */
export async function mailNotice() {
  const { dataDir, settings } = await serverCode('lib/env.ts');
  const { SMTP_URL, JOBS } = settings();
  if (JOBS === 'off') return 'Mails wait in the outbox for `npm run job -- mail`, because JOBS is off.';
  if (SMTP_URL) return null;
  return `Mails are written to ${shown(path.join(dataDir(), 'outbox'))} instead of being sent, because SMTP_URL is empty.`;
}

/** @param {string} file */
function shown(file) {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
}
