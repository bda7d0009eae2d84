import 'server-only';
import { createHmac } from 'node:crypto';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { expireCookie, setSessionCookie } from 'better-auth/cookies';
import { symmetricDecrypt } from 'better-auth/crypto';
import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { PrismaClient } from '@/generated/prisma/client';
import { clientAddress, SOCKET_ADDRESS_HEADER } from '@/lib/abuse/client-address';
import { db, reader } from '@/lib/db';
import { settings } from '@/lib/env';
import { hashSecret, safeEqual } from '@/lib/secrets';
import type { Staff } from './access-rules';
import { cookiesOf } from './cookies';
import { keyFor } from './key';
import { PASSWORD_LENGTH } from './password-rules';
import { hashPassword, verifyPassword } from './passwords';
import { readThemes } from './themes';

/**
 * The one module that knows better-auth. Its own HTTP routes are not mounted anywhere: our route handlers call the few
 * functions below. What it is left to do, what is ours and why: docs/decisions/0014-accounts.md.
 */

const SESSION_COOKIE = 'desk.session_token';

/** Over https the name says that the cookie came over https. */
function cookiePrefix(): string {
  return settings().SITE_URL?.startsWith('https://') ? '__Secure-' : '';
}

export function sessionCookieName(): string {
  return cookiePrefix() + SESSION_COOKIE;
}
const ISSUER = 'Solidarna mapa';
const HOUR = 60 * 60;
/** A session ends after so long without a request, and after so long in any case. Seconds. */
export const IDLE_SECONDS = 12 * HOUR;
export const LONGEST_SECONDS = 7 * 24 * HOUR;
/** How long a sign-in waits for its code, and a link for a new password for its use. Seconds. */
const CHALLENGE_SECONDS = 10 * 60;
export const RESET_SECONDS = HOUR;

/** The reset token that the library has just made, on its way to the caller of `makeResetToken`. */
const resetTokens = new Map<string, string>();

/** Name of the cookie of a sign-in that waits for its second factor, as the plugin twoFactor calls it. */
const WAITING_COOKIE = 'two_factor';

/**
 * Ends a sign-in that waits, as the plugin does after a right code; whoever calls it has seen a passkey. The waiting value is
 * consumed, so that of two requests one gets a session.
 */
const finishWaiting = createAuthEndpoint.serverOnly({ method: 'POST' }, async (ctx) => {
  const { internalAdapter, secret, createAuthCookie } = ctx.context;
  const cookie = createAuthCookie(WAITING_COOKIE);
  const identifier = await ctx.getSignedCookie(cookie.name, secret);
  const consumed = identifier ? await internalAdapter.consumeVerificationValue(identifier) : null;
  const user = consumed && (await internalAdapter.findUserById(consumed.value));
  const session = user && (await internalAdapter.createSession(user.id));
  if (!session) throw new APIError('UNAUTHORIZED');
  await setSessionCookie(ctx, { session, user });
  expireCookie(ctx, cookie);
  return null;
});

function make(client: PrismaClient) {
  const { SITE_URL, PORT } = settings();
  return betterAuth({
    appName: ISSUER,
    baseURL: SITE_URL ?? `http://localhost:${PORT}`,
    basePath: '/not-mounted',
    secret: keyFor('better-auth'),
    database: prismaAdapter(client, { provider: 'sqlite', transaction: true }),
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Its own limits work on its own routes only, and can be reset by a made-up header; ours are in limits.ts.
    rateLimit: { enabled: false },
    user: {
      modelName: 'staffUser',
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        locale: { type: 'string', required: true, input: false },
        closedAt: { type: 'date', required: false, input: false },
      },
    },
    session: {
      modelName: 'staffSession',
      additionalFields: { factorAt: { type: 'date', required: false, input: false } },
      expiresIn: LONGEST_SECONDS,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: { modelName: 'staffAccount', accountLinking: { enabled: false } },
    verification: {
      modelName: 'staffVerification',
      storeIdentifier: { hash: async (identifier) => hashSecret(identifier) },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // Length is checked by password-rules.ts, in signs; this one counts otherwise and only has to let those through.
      minPasswordLength: 1,
      maxPasswordLength: PASSWORD_LENGTH.max * 4,
      password: { hash: hashPassword, verify: verifyPassword },
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => {
        resetTokens.set(user.id, token);
      },
    },
    plugins: [
      twoFactor({
        issuer: ISSUER,
        twoFactorCookieMaxAge: CHALLENGE_SECONDS,
        // It would lock the account for everybody; limits.ts slows the one who guesses.
        accountLockout: { enabled: false },
        // Recovery codes are ours: HMACs, made only when the factor works (recovery-codes.ts).
        backupCodeOptions: { storeBackupCodes: 'plain', customBackupCodesGenerate: () => [] },
        schema: { twoFactor: { modelName: 'staffTwoFactor' } },
      }),
      { id: 'passkeys', endpoints: { finishWaiting } },
    ],
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const user = await client.staffUser.findUnique({
              where: { id: session.userId },
              select: { closedAt: true },
            });
            if (!user || user.closedAt !== null) return false;
            return { data: { ...session, expiresAt: new Date(Date.now() + IDLE_SECONDS * 1000) } };
          },
        },
      },
    },
    advanced: {
      cookiePrefix: 'desk',
      useSecureCookies: SITE_URL?.startsWith('https://') ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { ipAddressHeaders: [SOCKET_ADDRESS_HEADER] },
    },
  });
}

type Library = ReturnType<typeof make>;
let made: { client: PrismaClient; library: Library } | undefined;

function library(): Library {
  const client = db();
  if (made?.client !== client) made = { client, library: make(client) };
  return made.library;
}

/** For the test that compares our tables with what the library expects. */
export function libraryOptions(): Library['options'] {
  return library().options;
}

/** Whether the error is the library's "no" (wrong password, wrong code, expired) and not a broken machine. */
function isRefusal(error: unknown): boolean {
  const status = (error as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' && status >= 400 && status < 500;
}

/** Runs a call of the library; null when it says no. */
async function orNull<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** What better-auth may see of a request: the cookies, the browser's name and the trusted address. No host, no origin. */
function seen(headers: Headers, { withoutSession = false } = {}): Headers {
  const result = new Headers();
  for (const name of ['cookie', 'user-agent']) {
    const value = headers.get(name);
    if (value !== null) result.set(name, value.slice(0, 16_384));
  }
  const address = clientAddress(headers);
  if (address !== null) result.set(SOCKET_ADDRESS_HEADER, address);
  if (withoutSession) {
    const others = (headers.get('cookie') ?? '').split(';').filter((pair) => !pair.includes(SESSION_COOKIE));
    result.set('cookie', others.join(';'));
  }
  return result;
}

/** Values for Set-Cookie headers of our answer. */
export type NewCookies = string[];

/**
 * Checks mail address and password. An address that nobody has costs the same hash.
 * @returns `waiting` when a code is still to come; null when it is wrong or the account is closed
 */
export async function checkPassword(
  headers: Headers,
  { email, password }: { email: string; password: string },
): Promise<{ waiting: boolean; cookies: NewCookies } | null> {
  const answer = await orNull(() =>
    library().api.signInEmail({
      body: { email, password },
      headers: seen(headers, { withoutSession: true }),
      returnHeaders: true,
    }),
  );
  if (answer === null) return null;
  const waiting = 'twoFactorRedirect' in answer.response;
  return { waiting, cookies: answer.headers.getSetCookie() };
}

/** A session that runs, with its member of staff. */
export interface FoundSession {
  session: { id: string; createdAt: Date; updatedAt: Date; factorAt: Date | null };
  user: Pick<Staff, 'id' | 'email' | 'name' | 'locale' | 'themes' | 'hasFactor'> & { role: string };
}

const FIND_SESSION = `SELECT s."id" AS sessionId, s."createdAt", s."updatedAt", s."expiresAt", s."factorAt",
    u."id", u."email", u."name", u."role", u."locale", u."themes", u."twoFactorEnabled"
  FROM "StaffSession" s JOIN "StaffUser" u ON u."id" = s."userId" WHERE s."token" = ? AND u."closedAt" IS NULL`;

/**
 * The session of a request, by its signed cookie; null when there is none, or it is over. The library's own `getSession`
 * gives the same (a test compares them) but takes milliseconds, and this is asked at every request of the desk.
 */
export function findSession(headers: Headers, now: Date): FoundSession | null {
  const token = signedValue(headers, sessionCookieName());
  const row =
    token && (reader().prepare(FIND_SESSION).get(token) as Record<string, string | number | null> | undefined);
  if (!row) return null;
  const text = (name: string) => String(row[name]);
  if (new Date(text('expiresAt')) <= now) return null;
  return {
    session: {
      id: text('sessionId'),
      createdAt: new Date(text('createdAt')),
      updatedAt: new Date(text('updatedAt')),
      factorAt: row.factorAt === null ? null : new Date(text('factorAt')),
    },
    user: {
      id: text('id'),
      email: text('email'),
      name: text('name'),
      role: text('role'),
      locale: text('locale'),
      themes: readThemes(text('themes')),
      hasFactor: row.twoFactorEnabled === 1,
    },
  };
}

/** What the library itself says of the session of a request: whose it is. For the test of `findSession`. */
export async function findSessionByLibrary(headers: Headers): Promise<string | null> {
  const found = await orNull(() =>
    library().api.getSession({ headers: seen(headers), query: { disableRefresh: true } }),
  );
  return found?.user.id ?? null;
}

/** Ends the session of the request. */
export async function endSession(headers: Headers): Promise<NewCookies> {
  const answer = await orNull(() => library().api.signOut({ headers: seen(headers), returnHeaders: true }));
  return answer?.headers.getSetCookie() ?? [];
}

/** Id of the member of staff whose sign-in waits for its code in this browser; null when none does. */
export async function findWaiting(headers: Headers): Promise<string | null> {
  const identifier = signedValue(headers, `${cookiePrefix()}desk.${WAITING_COOKIE}`);
  if (identifier === null) return null;
  const { internalAdapter } = await library().$context;
  const found = await internalAdapter.findVerificationValue(identifier);
  return found && found.expiresAt > new Date() ? found.value : null;
}

/** The value of a cookie that the library signed (`value.signature`: HMAC-SHA-256, base64); null for any other. */
function signedValue(headers: Headers, name: string): string | null {
  const sent = cookiesOf(headers).get(name);
  if (sent === undefined) return null;
  const signed = sent.replaceAll(/%([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const at = signed.lastIndexOf('.');
  const value = signed.slice(0, Math.max(0, at));
  const signature = createHmac('sha256', keyFor('better-auth')).update(value).digest('base64');
  return value !== '' && safeEqual(signed.slice(at + 1), signature) ? value : null;
}

/** Checks a code from the phone: of a sign-in that waits (`waiting`), or of the session of the request. */
export async function checkTotp(
  headers: Headers,
  code: string,
  { waiting }: { waiting: boolean },
): Promise<NewCookies | null> {
  const answer = await orNull(() =>
    library().api.verifyTOTP({
      body: { code },
      headers: seen(headers, { withoutSession: waiting }),
      returnHeaders: true,
    }),
  );
  return answer?.headers.getSetCookie() ?? null;
}

/** Checks a recovery code, given as the HMAC under which it is kept. It is taken off the list in the same step. */
export async function checkRecoveryCode(
  headers: Headers,
  hashed: string,
  { waiting }: { waiting: boolean },
): Promise<NewCookies | null> {
  const answer = await orNull(() =>
    library().api.verifyBackupCode({
      body: { code: hashed, disableSession: !waiting },
      headers: seen(headers, { withoutSession: waiting }),
      returnHeaders: true,
    }),
  );
  return answer?.headers.getSetCookie() ?? null;
}

/** Ends the sign-in that waits in this browser, whose passkey was seen. @returns null when it waits no more */
export async function passWaiting(headers: Headers): Promise<NewCookies | null> {
  const answer = await orNull(() =>
    library().api.finishWaiting({ headers: seen(headers, { withoutSession: true }), returnHeaders: true }),
  );
  return answer?.headers.getSetCookie() ?? null;
}

/** Makes a secret for the codes of the session's account, which has none that works. @returns false when the password is wrong */
export async function makeTotpSecret(headers: Headers, password: string): Promise<boolean> {
  return (await orNull(() => library().api.enableTwoFactor({ body: { password }, headers: seen(headers) }))) !== null;
}

/** The secret of the codes, as text; for the picture of it that is shown while it is set up. */
export async function readTotpSecret(stored: string): Promise<string> {
  const { secretConfig } = await library().$context;
  return symmetricDecrypt({ key: secretConfig, data: stored });
}

/** Makes a token for a new password. @returns null when nobody has the address */
export async function makeResetToken(user: { id: string; email: string }): Promise<string | null> {
  await library().api.requestPasswordReset({ body: { email: user.email } });
  const token = resetTokens.get(user.id) ?? null;
  resetTokens.delete(user.id);
  return token;
}

/** Id of the member of staff for whom a token was made; null when it is used, expired or made up. */
export async function findResetToken(token: string): Promise<string | null> {
  const { internalAdapter } = await library().$context;
  const found = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  return found && found.expiresAt > new Date() ? found.value : null;
}

/** Uses a token: sets the password and ends all sessions, in one transaction. @returns false when somebody was quicker */
export async function spendResetToken(token: string, newPassword: string): Promise<boolean> {
  return (await orNull(() => library().api.resetPassword({ body: { newPassword, token } }))) !== null;
}

/** Whether this is the password of the session's account. */
export async function isOwnPassword(headers: Headers, password: string): Promise<boolean> {
  return (await orNull(() => library().api.verifyPassword({ body: { password }, headers: seen(headers) }))) !== null;
}
