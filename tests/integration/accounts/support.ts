import { Secret, TOTP } from 'otpauth';
import { vi } from 'vitest';
import { SOCKET_ADDRESS_HEADER } from '@/lib/abuse/client-address';
import { sentBack } from '@/lib/accounts/cookies';
import type { Role } from '@/lib/accounts/permissions';
import type { Locale } from '@/lib/i18n/locales';
import type { SealedMail } from '@/lib/mail/outbox';
import { renderMail } from '@/lib/mail/render';
import type { MailValues, StaffMailTemplate } from '@/lib/mail/values';

type Handler = (request: Request) => Promise<Response>;

export const HOST = 'mapa.example';
export const PASSWORD = 'tri krave pod jabukom';
export const CONSOLE = { kind: 'console' } as const;

/** What a browser does for the desk: keeps cookies, says where a form comes from. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly address: string;

  constructor(address = '192.0.2.10') {
    this.address = address;
  }

  headers(extra: Record<string, string> = {}): Headers {
    return new Headers({
      host: HOST,
      origin: `https://${HOST}`,
      'sec-fetch-site': 'same-origin',
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
      [SOCKET_ADDRESS_HEADER]: this.address,
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...extra,
    });
  }

  /** Sends a form and keeps the cookies of the answer. */
  async post(
    handler: Handler,
    fields: Record<string, string> = {},
    extra: Record<string, string> = {},
  ): Promise<{ status: number; to: string; query: URLSearchParams }> {
    const request = new Request(`https://${HOST}/api/desk/x`, {
      method: 'POST',
      body: new URLSearchParams({ locale: 'sr-Latn', ...fields }),
      headers: this.headers({ 'content-type': 'application/x-www-form-urlencoded', ...extra }),
    });
    const response = await handler(request);
    for (const setCookie of response.headers.getSetCookie()) {
      const kept = sentBack(setCookie);
      if (kept) this.cookies.set(kept.name, kept.value);
      else this.cookies.delete(setCookie.split('=', 1)[0] ?? '');
    }
    const location = new URL(response.headers.get('location') ?? '/', `https://${HOST}`);
    return { status: response.status, to: location.pathname, query: location.searchParams };
  }

  async signIn(email: string, password = PASSWORD) {
    return this.post((await import('@/app/api/desk/sign-in/route')).POST, { email, password });
  }

  async sendCode(code: string) {
    return this.post((await import('@/app/api/desk/code/route')).POST, { code });
  }

  async staff() {
    return (await import('@/lib/accounts/access')).findStaff(this.headers());
  }
}

const STEP_MS = 30_000;

/** Holds the clock in the middle of a code's half minute, so that no test depends on when it runs. */
export function holdClock(): void {
  const middle = Math.floor(Date.now() / STEP_MS) * STEP_MS + STEP_MS / 2;
  vi.useFakeTimers({ toFake: ['Date'], now: middle });
}

export function passTime(milliseconds: number): void {
  vi.setSystemTime(Date.now() + milliseconds);
}

/** A phone with an app for codes. */
export class Phone {
  readonly #totp: TOTP;

  constructor(secret: string) {
    this.#totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) });
  }

  /** A code that was not shown before: the held clock moves on by half a minute. */
  code(): string {
    passTime(STEP_MS);
    return this.at(0);
  }

  /** The code of another time, in milliseconds from now. */
  at(offset: number): string {
    return this.#totp.generate({ timestamp: Date.now() + offset });
  }
}

export interface Member {
  id: string;
  email: string;
  browser: Browser;
  /** null when the role works without one and none was set up. */
  phone: Phone | null;
  recoveryCodes: string[];
}

/** Invites somebody, who accepts and (from moderator up) sets up the second factor. */
export async function join(name: string, role: Role, address?: string): Promise<Member> {
  const { invite } = await import('@/lib/accounts/invitations');
  const email = `${name}@primer.example`;
  const invited = await invite(CONSOLE, { email, role, locale: 'sr-Latn' }, { byMail: false });
  if (!invited.ok) throw new Error(invited.error.code);
  const browser = new Browser(address);
  const { POST } = await import('@/app/api/desk/invitation/route');
  await browser.post(POST, { t: secretOf(invited.value.link), name: `Osoba ${name}`, password: PASSWORD });
  const staff = await browser.staff();
  if (!staff) throw new Error('not signed in');
  const member: Member = { id: staff.id, email, browser, phone: null, recoveryCodes: [] };
  return role === 'volunteer' ? member : { ...member, ...(await setUpFactor(browser)) };
}

/** Sets up the second factor as its pages do. */
export async function setUpFactor(browser: Browser): Promise<{ phone: Phone; recoveryCodes: string[] }> {
  await browser.post((await import('@/app/api/desk/factor/start/route')).POST, { password: PASSWORD });
  const staff = await browser.staff();
  const { findPendingFactor } = await import('@/lib/accounts/factor');
  const pending = staff && (await findPendingFactor(staff));
  if (!pending) throw new Error('no factor is being set up');
  const phone = new Phone(pending.secret);
  await browser.post((await import('@/app/api/desk/factor/finish/route')).POST, { code: phone.code() });
  const { readNotice } = await import('@/lib/accounts/notices');
  const notice = readNotice(browser.headers(), 'recoveryCodes', staff.id);
  if (!notice) throw new Error('no recovery codes were shown');
  return { phone, recoveryCodes: notice.codes };
}

/** The secret of a link. */
export function secretOf(link: string): string {
  return new URL(link).searchParams.get('t') ?? '';
}

/** Mails in the outbox by the name of their template, as their readers get them: who, subject and text. */
export async function mails(template: StaffMailTemplate): Promise<string[]> {
  const { db } = await import('@/lib/db');
  const { unseal } = await import('@/lib/secrets');
  const rows = await db().outboxMail.findMany({ where: { template }, orderBy: { id: 'asc' } });
  return rows.map(({ sealed, locale }) => {
    if (sealed === null) throw new Error('The mail is gone');
    const { to, values } = unseal<SealedMail>(sealed);
    const { subject, text } = renderMail(template, {
      locale: locale as Locale,
      values: values as MailValues[StaffMailTemplate],
      site: `https://${HOST}`,
    });
    return `To: ${to}\nSubject: ${subject}\n\n${text}`;
  });
}
