import { findStaff } from '@/lib/accounts/access';
import { sentBack } from '@/lib/accounts/cookies';
import { findPendingFactor, finishFactor, startFactor } from '@/lib/accounts/factor';
import { acceptInvitation, invite } from '@/lib/accounts/invitations';
import { needsFactor, type Role } from '@/lib/accounts/permissions';
import type { Locale } from '@/lib/i18n/locales';
import type { Account } from './folder.mjs';
import { totp } from './totp.mjs';

/** Ids of the team, by what they are called here. */
export type Team = Record<(typeof PEOPLE)[number]['key'], { id: string; role: Role }>;

/** Names say what they are: nobody is meant. `demo.example` is an address that cannot exist. */
const PEOPLE = [
  { key: 'volunteer', name: 'Vesna Volonterka', role: 'volunteer', locale: 'sr-Latn' },
  { key: 'moderator', name: 'Mira Moderatorka', role: 'moderator', locale: 'sr-Latn' },
  { key: 'second', name: 'Marko Moderator', role: 'moderator', locale: 'sr-Cyrl' },
  { key: 'editor', name: 'Uroš Urednik', role: 'editor', locale: 'sr-Latn' },
  { key: 'coordinator', name: 'Kata Koordinatorka', role: 'coordinator', locale: 'sr-Latn' },
  { key: 'admin', name: 'Ada Administratorka', role: 'admin', locale: 'en' },
] as const satisfies readonly { key: string; name: string; role: Role; locale: Locale }[];

/** Makes the accounts as people do: by invitation, with password and second factor. */
export async function addPeople(): Promise<{ accounts: Account[]; team: Team }> {
  const accounts: Account[] = [];
  const team: Partial<Team> = {};
  for (const { key, name, role, locale } of PEOPLE) {
    const account = { email: `${key}@demo.example`, name, role, password: passwordOf(key) };
    const { id, secret, recoveryCodes } = await join(account, locale);
    accounts.push({ ...account, secret, recoveryCodes });
    team[key] = { id, role };
  }
  return { accounts, team: team as Team };
}

/** Long enough for the rules, and easy to type. */
const passwordOf = (key: string) => `probni sto ${key} 2026`;

async function join(account: { email: string; name: string; role: Role; password: string }, locale: Locale) {
  const { email, name, role, password } = account;
  const invited = await invite({ kind: 'console' }, { email, role, locale }, { byMail: false });
  if (!invited.ok) throw new Error(`No invitation for ${email}: ${invited.error.code}`);
  const t = new URL(invited.value.link).searchParams.get('t') ?? '';
  const browser = new Cookies();
  const accepted = await acceptInvitation(browser.headers(), { secret: t, name, locale, password });
  if (!accepted.ok) throw new Error(`${email} could not join: ${accepted.error.code}`);
  browser.keep(accepted.value.cookies);
  const factor = needsFactor(role) ? await setUpFactor(browser, password) : { secret: null, recoveryCodes: [] };
  return { id: (await staffOf(browser)).id, ...factor };
}

async function setUpFactor(browser: Cookies, password: string): Promise<{ secret: string; recoveryCodes: string[] }> {
  const begun = await startFactor(browser.headers(), await staffOf(browser), password);
  const pending = begun.ok ? await findPendingFactor(await staffOf(browser)) : null;
  if (!pending) throw new Error('The second factor could not be begun');
  const { code } = totp(pending.secret);
  const finished = await finishFactor(browser.headers(), await staffOf(browser), code);
  if (!finished.ok) throw new Error(`The second factor could not be finished: ${finished.error.code}`);
  browser.keep(finished.value.cookies);
  return { secret: pending.secret, recoveryCodes: finished.value.recoveryCodes };
}

async function staffOf(browser: Cookies) {
  const staff = await findStaff(browser.headers());
  if (!staff) throw new Error('Somebody of the demonstration is not signed in');
  return staff;
}

/** As much of a browser as signing in takes. */
class Cookies {
  readonly #kept = new Map<string, string>();

  keep(setCookies: readonly string[]): void {
    for (const setCookie of setCookies) {
      const cookie = sentBack(setCookie);
      if (cookie) this.#kept.set(cookie.name, cookie.value);
    }
  }

  headers(): Headers {
    return new Headers({ cookie: [...this.#kept].map(([name, value]) => `${name}=${value}`).join('; ') });
  }
}
