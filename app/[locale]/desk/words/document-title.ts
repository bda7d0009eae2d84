import type { DocumentName } from '@/lib/content/documents';
import type { Locale } from '@/lib/i18n/locales';
import { messagesOf } from '@/lib/i18n/messages';
import { words } from '@/lib/i18n/words';
import type { MailTemplate } from '@/lib/mail/values';

/** Name of a document: of a page, or the subject of a mail. */
export function documentTitle(document: DocumentName, locale: Locale): string {
  const t = words(locale, 'DeskWords');
  const [kind, name = ''] = document.split(':');
  if (kind === 'page') return t(`documents.${name}` as 'documents.home');
  if (name === 'shared') return t('documents.shared');
  // What the program fills in is of no matter here.
  return messagesOf(locale).Mail[name as MailTemplate].subject.replace(/\{\w+\}/g, '…');
}
