import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Secret, TOTP } from 'otpauth';

/** A password that is none of the common ones. */
export const PASSWORD = 'tri krave pod jabukom';

/** Invites somebody as the owner of the server does, on its console. @returns path and query of the link */
export function inviteByConsole(email: string, role: string): string {
  const dataDir = process.env.E2E_DATA_DIR;
  if (!dataDir) throw new Error('E2E_DATA_DIR must name the data folder of the server under test');
  const output = execFileSync(
    process.execPath,
    ['scripts/run.mjs', 'scripts/staff.ts', 'invite', email, '--role', role],
    { env: { ...process.env, DATA_DIR: dataDir }, encoding: 'utf8' },
  );
  const link = new URL(/http\S+/.exec(output)?.[0] ?? '');
  return link.pathname + link.search;
}

/** An invitation as the console makes it, without the seconds that a program takes to begin. @returns path and query of the link */
export function invite(email: string, role: string): string {
  const database = new Database(path.join(process.env.E2E_DATA_DIR ?? '', 'directory.db'), { timeout: 10_000 });
  const secret = randomBytes(24).toString('base64url');
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().replace('Z', '+00:00');
  database
    .prepare('INSERT INTO StaffInvitation (secretHash, email, role, expiresAt) VALUES (?, ?, ?, ?)')
    .run(createHash('sha256').update(secret).digest('hex'), email, role, tomorrow);
  database.close();
  return `/ured/pozivnica?t=${secret}`;
}

/**
 * A phone with an app for codes: the present code first, then the one of the next half minute. Both are good at once, so a
 * test signs in twice without waiting.
 */
export function phoneWith(secret: string): () => string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(/\s/g, '')) });
  let shown = 0;
  return () => totp.generate({ timestamp: Date.now() + 30_000 * shown++ });
}

/** Lets a volunteer see all themes, as a coordinator does on "Duty and themes". */
export function giveAllThemes(email: string): void {
  const database = new Database(path.join(process.env.E2E_DATA_DIR ?? '', 'directory.db'), { timeout: 10_000 });
  database.prepare(`UPDATE StaffUser SET themes = '*' WHERE email = ?`).run(email);
  database.close();
}
