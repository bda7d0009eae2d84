import 'server-only';
import type Database from 'better-sqlite3';
import { admit, authorise, type Refusal, type Staff } from '@/lib/accounts/access-rules';
import { db, reader } from '@/lib/db';
import { contentVersionReader } from '@/lib/db/content-version';
import type { Locale } from '@/lib/i18n/locales';
import { setWrittenWords, type WrittenWords, writtenWords } from '@/lib/i18n/messages';
import { inScript } from '@/lib/serbian';
import { ok, type Result } from '@/lib/shared/result';
import { checkText } from './check';
import { blockPath, type DocumentName, houseTexts, isDocument, type Lang, rightOf } from './documents';

interface Seen {
  currentVersion: () => number;
  version: number;
}

// One entry for each connection: when tests or scripts close the database, what was seen of it goes with it.
const seen = new WeakMap<Database.Database, Seen>();

/**
 * Puts the words in force that staff have published, whichever process they wrote in; costs next to nothing while the
 * content version stands still. Every page asks for it, and every mail before it is written.
 */
export function freshWords(): void {
  const connection = reader();
  const known = seen.get(connection);
  const currentVersion = known?.currentVersion ?? contentVersionReader(connection);
  const version = currentVersion();
  if (known?.version === version) return;
  seen.set(connection, { currentVersion, version });
  const fresh = readWords(connection);
  if (JSON.stringify(fresh) !== JSON.stringify(writtenWords())) setWrittenWords(fresh);
}

function readWords(connection: Database.Database): WrittenWords {
  const rows = connection
    .prepare(`SELECT "document", "lang", "texts" FROM "ContentVersion" WHERE "state" = 'live' ORDER BY "id"`)
    .all() as { document: string; lang: Lang; texts: string }[];
  const words: { sr: Record<string, string>; en: Record<string, string> } = { sr: {}, en: {} };
  for (const { document, lang, texts } of rows) {
    if (!isDocument(document)) continue;
    const { block, ...others } = JSON.parse(texts) as Record<string, string>;
    const house = houseTexts(document, lang);
    for (const [path, text] of Object.entries(others)) {
      // A newer program may fill a text in otherwise; then its own words stand.
      if (checkText(path, text, house.get(path) ?? '').length === 0) words[lang][path] = text;
    }
    if (block) words[lang][blockPath(document)] = block;
  }
  return words;
}

/** What staff wrote on a page besides its own texts, in the visitor's script; null when there is nothing. */
export function blockOf(document: DocumentName, locale: Locale): string | null {
  const text = writtenWords()[locale === 'en' ? 'en' : 'sr'][blockPath(document)];
  return text === undefined ? null : locale === 'en' ? text : inScript(text, locale);
}

/** One version of a document's words. */
export interface ContentVersionView {
  id: number;
  texts: Record<string, string>;
  at: Date;
  by: string;
  restoredOf: number | null;
}

export interface DocumentView {
  live: ContentVersionView | null;
  /** What this member of staff is writing; null when nothing. */
  draft: (ContentVersionView & { basedOn: number | null }) | null;
  /** Published before, newest first. */
  past: ContentVersionView[];
}

const MOST_PAST = 30;

/** The words of a document in one language, its history, and one's own draft. */
export async function documentWords(
  staff: Staff,
  { document, lang }: { document: DocumentName; lang: Lang },
  now = new Date(),
): Promise<Result<DocumentView, Refusal>> {
  const allowed = authorise(staff, rightOf(document), now);
  if (!allowed.ok) return allowed;
  const where = { document, lang };
  const rows = await db().contentVersion.findMany({
    where: { ...where, OR: [{ state: { in: ['live', 'past'] } }, { state: 'draft', createdBy: staff.id }] },
    orderBy: { id: 'desc' },
    take: MOST_PAST + 2,
  });
  const people = await db().staffUser.findMany({
    where: { id: { in: rows.map(({ publishedBy, createdBy }) => publishedBy ?? createdBy) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const view = (row: (typeof rows)[number]): ContentVersionView => ({
    id: row.id,
    texts: JSON.parse(row.texts) as Record<string, string>,
    at: row.publishedAt ?? row.createdAt,
    by: nameOf.get(row.publishedBy ?? row.createdBy) ?? '',
    restoredOf: row.restoredOf,
  });
  const live = rows.find(({ state }) => state === 'live');
  const draft = rows.find(({ state }) => state === 'draft');
  return ok({
    live: live ? view(live) : null,
    draft: draft ? { ...view(draft), basedOn: draft.basedOn } : null,
    past: rows.filter(({ state }) => state === 'past').map(view),
  });
}

/** Documents that have words of staff in force, with when they were published, by document and language. */
export async function editedDocuments(staff: Staff): Promise<Map<string, Date>> {
  if (!admit(staff).ok) return new Map();
  const rows = await db().contentVersion.findMany({
    where: { state: 'live' },
    select: { document: true, lang: true, publishedAt: true, createdAt: true },
  });
  return new Map(rows.map((row) => [`${row.document} ${row.lang}`, row.publishedAt ?? row.createdAt]));
}
