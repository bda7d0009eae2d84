import 'server-only';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Tx } from '@/lib/db';
import { dataDir, settings } from '@/lib/env';
import { isLocale, type Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { newSecret } from './key';

export type StaffMailTemplate = 'staffInvitation' | 'staffReset' | 'staffPassword' | 'staffFactorGone';

/** A mail to staff, in the manner of lib/mail's `queueMail`. */
export interface StaffMail {
  template: StaffMailTemplate;
  locale: string;
  to: string;
  /** What the template's words take: name, link, hours, role. */
  values: Record<string, string | number>;
  /** The same cause writes one mail only; by default each call is a cause of its own. */
  dedupeKey?: string;
}

/**
 * Queues a mail to a member of staff, in the transaction that causes it.
 * For now it is a text file under DATA_DIR/outbox. TODO at the merge with lib/mail: one line,
 * `queueMail(tx, { ...mail, submissionId: null })`, and the words of `StaffMail` become its templates.
 */
export async function queueStaffMail(_tx: Tx, mail: StaffMail): Promise<void> {
  const locale: Locale = isLocale(mail.locale) ? mail.locale : 'sr-Latn';
  const folder = path.join(dataDir(), 'outbox');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { subject, text } = staffMailText(locale, mail);
  const name = (mail.dedupeKey ?? `${Date.now()}-${newSecret()}`).replace(/[^\w.-]/g, '_');
  const head = [
    `From: ${settings().MAIL_FROM}`,
    `To: ${mail.to}`,
    `Subject: ${subject}`,
    `Content-Language: ${locale}`,
  ];
  writeFileSync(path.join(folder, `${mail.template}-${name}.txt`), `${head.join('\n')}\n\n${text}\n`, { mode: 0o600 });
}

/** Subject and text of a mail; a blank line stands between paragraphs. */
export function staffMailText(locale: Locale, { template, values }: StaffMail): { subject: string; text: string } {
  const t = words(locale, 'StaffMail');
  const text = [t(`${template}.text`, values), t('signature')].join('\n\n');
  return { subject: t(`${template}.subject`, values), text };
}
