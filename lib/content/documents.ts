import type { Action } from '@/lib/accounts/permissions';
import { MAIL_TEMPLATES } from '@/lib/mail/samples';
import type { MailTemplate } from '@/lib/mail/values';
import en from '@/messages/en.json';
import latin from '@/messages/sr-Latn.json';

export type Lang = 'sr' | 'en';
export const LANGS: readonly Lang[] = ['sr', 'en'];

export const PAGES = ['home', 'about-the-data', 'privacy'] as const;
export type ContentPageName = (typeof PAGES)[number];

/** Something whose words are edited, kept and taken back together: a page, a mail, or what all mails share. */
export type DocumentName = `page:${ContentPageName}` | 'mail:shared' | `mail:${MailTemplate}`;

export const PAGE_DOCUMENTS = PAGES.map((page) => `page:${page}` as const);
export const MAIL_DOCUMENTS: readonly DocumentName[] = [
  'mail:shared',
  ...MAIL_TEMPLATES.map((template) => `mail:${template}` as const),
];

export function isDocument(name: string): name is DocumentName {
  return [...PAGE_DOCUMENTS, ...MAIL_DOCUMENTS].includes(name as DocumentName);
}

/** The right that editing it takes. */
export function rightOf(document: DocumentName): Action {
  return document.startsWith('page:') ? 'editPages' : 'editTemplates';
}

/** Of the home page only what introduces; the names of its controls are the program's matter. */
const HOME_TEXTS = ['poster', 'lead', 'kindsLead', 'voiceLead', 'whereLead'].map((key) => `Home.${key}`);

/** The texts of a document by their paths, in the words of the house, in the order of the files. */
export function houseTexts(document: DocumentName, lang: Lang): Map<string, string> {
  const all = lang === 'en' ? en : latin;
  if (document === 'page:home') {
    return new Map([...flat(all.Home, 'Home')].filter(([path]) => HOME_TEXTS.includes(path)));
  }
  if (document === 'page:about-the-data') return flat(all.AboutData, 'AboutData');
  if (document === 'page:privacy') return flat(all.Privacy, 'Privacy');
  if (document === 'mail:shared') {
    return new Map(
      Object.entries(all.Mail).flatMap(([key, text]) =>
        typeof text === 'string' ? [[`Mail.${key}`, text] as const] : [],
      ),
    );
  }
  const template = document.slice('mail:'.length) as MailTemplate;
  return flat(all.Mail[template], `Mail.${template}`);
}

function flat(tree: object, path: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') texts.set(`${path}.${key}`, value);
    else for (const [inner, text] of flat(value as object, `${path}.${key}`)) texts.set(inner, text);
  }
  return texts;
}

/** Under which path the free block of a page stands among the written words. */
export function blockPath(document: DocumentName): string {
  return `Block.${document.replace(/[^a-z]/g, '_')}`;
}

/** Whether a document has a free block. */
export function hasBlock(document: DocumentName): boolean {
  return document.startsWith('page:');
}
