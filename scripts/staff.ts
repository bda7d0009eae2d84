import { existsSync } from 'node:fs';
import { invite } from '@/lib/accounts/invitations';
import { changeRole, closeStaff, listPeople, resetFactor } from '@/lib/accounts/people';
import { ROLES } from '@/lib/accounts/permissions';
import { returnWorkToPool } from '@/lib/accounts/returned-work';
import { mailAddress } from '@/lib/accounts/schema';
import { closeDb } from '@/lib/db';
import { pendingMigrations } from '@/lib/db/migrate';
import { setThemes } from '@/lib/duty/commands';
import { storedThemes } from '@/lib/duty/queries';
import { databaseFile } from '@/lib/env';
import { toProblem } from './setup/problem.mjs';

/** `npm run staff -- …`: the accounts of the desk, from the server's own console. */
const USAGE = `npm run staff -- invite EMAIL --role ROLE [--language sr-Latn|sr-Cyrl|en]
                                        makes an invitation and prints its link (72 hours, one account)
npm run staff -- list                   lists everybody
npm run staff -- role EMAIL ROLE        gives another role
npm run staff -- themes EMAIL all|CODE,…
                                        gives a volunteer the kinds of practice whose stories they see
npm run staff -- close EMAIL            closes an account at once
npm run staff -- reset-factor EMAIL     takes a lost second factor away
Roles: ${ROLES.join(', ')}`;

const CONSOLE = { kind: 'console' } as const;

/** What a refusal says at the console. */
const FAULTS: Readonly<Record<string, string>> = {
  emailWrong: 'That is not a whole mail address.',
  roleWrong: `There is no such role; there are ${ROLES.join(', ')}.`,
  exists: 'There is an account with that address already; `role` changes its role.',
  unknown: 'There is no open account with that address.',
  lastAdmin: 'That is the last administrator; give somebody else that role first.',
  personGone: 'That is no open account of a volunteer; all others see every theme.',
  themeUnknown: 'One of the codes is no kind of practice (a term of practiceType).',
  noFactor: 'That account has no second factor.',
};

async function run(command: string | undefined, args: string[]): Promise<number> {
  const [email = '', second = ''] = args;
  switch (command) {
    case 'invite': {
      const result = await invite(
        CONSOLE,
        { email, role: option(args, '--role'), locale: option(args, '--language') ?? undefined },
        { byMail: false },
      );
      if (!result.ok) return refuse(result.error.code);
      const { link, role, expiresAt } = result.value;
      console.log(`Invitation for ${result.value.email} as ${role}, until ${expiresAt.toISOString()}:\n${link}`);
      return 0;
    }
    case 'list': {
      const people = await listPeople(CONSOLE);
      if (!people.ok) return refuse(people.error.code);
      for (const { email: address, role, name, hasFactor, closedAt } of people.value) {
        const state = closedAt ? `closed ${closedAt.toISOString().slice(0, 10)}` : hasFactor ? 'two steps' : 'one step';
        console.log([address, role, state, name].join('\t'));
      }
      if (people.value.length === 0) console.log('Nobody yet. Begin with: npm run staff -- invite EMAIL --role admin');
      return 0;
    }
    case 'role':
      return report(await changeRole(CONSOLE, { email }, second), `${email} is ${second} now.`);
    case 'themes':
      return giveThemes(email, second);
    case 'close':
      return report(await closeStaff(CONSOLE, { email }, returnWorkToPool), `${email} is closed.`);
    case 'reset-factor':
      return report(
        await resetFactor(CONSOLE, { email }),
        `${email} signs in with the password and sets up a new factor.`,
      );
    default:
      console.error(USAGE);
      return 2;
  }
}

async function giveThemes(email: string, themes: string): Promise<number> {
  const people = await listPeople(CONSOLE);
  const id = people.ok ? people.value.find((person) => person.email === mailAddress(email))?.id : undefined;
  if (id === undefined) return refuse('unknown');
  const codes = themes.split(',').filter((code) => code !== '' && code !== 'all');
  const seen = await storedThemes(id);
  const given = await setThemes(CONSOLE, { person: id, all: themes === 'all', themes: codes, seen });
  return report(given, `${email} sees ${themes === '' ? 'no theme' : themes} now.`);
}

function option(args: readonly string[], name: string): string | null {
  const at = args.indexOf(name);
  return at === -1 ? null : (args[at + 1] ?? null);
}

function report(result: { ok: true } | { ok: false; error: { code: string } }, done: string): number {
  if (!result.ok) return refuse(result.error.code);
  console.log(done);
  return 0;
}

function refuse(code: string): number {
  console.error(FAULTS[code] ?? `Not done: ${code}`);
  return 1;
}

try {
  const file = databaseFile();
  if (!existsSync(file) || (await pendingMigrations(file)).length > 0) {
    console.error('The database is not there yet, or is an older one. Run `npm start` (or `npm run migrate`) first.');
    process.exitCode = 1;
  } else {
    const [command, ...args] = process.argv.slice(2);
    process.exitCode = await run(command, args);
  }
} catch (error) {
  console.error(toProblem(error, 'working on the accounts').message);
  process.exitCode = 1;
} finally {
  await closeDb();
}
