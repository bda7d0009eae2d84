import { domainToASCII } from 'node:url';

/**
 * The mailbox that an address leads to, for comparing and counting: small letters, the host in ASCII, without what a
 * sender may add after a plus; at Google also without dots. Mail itself always goes to the address as it was written.
 */
export function mailboxOf(email: string): string {
  const written = email.normalize('NFKC').trim().toLowerCase();
  const at = written.lastIndexOf('@');
  const host = domainToASCII(written.slice(at + 1)) || written.slice(at + 1);
  const local = written.slice(0, at).replace(/\+.*$/, '');
  const google = host === 'gmail.com' || host === 'googlemail.com';
  return google ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${host}`;
}

/** An address for somebody who knows it, not for who looks over the shoulder: `a…@primer.example`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email][0] ?? ''}…${email.slice(at)}`;
}
