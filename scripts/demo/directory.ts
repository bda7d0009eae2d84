import type { Staff } from '@/lib/accounts/access-rules';
import { readThemes } from '@/lib/accounts/themes';
import { db } from '@/lib/db';
import { setOperatingState } from '@/lib/keeping/commands/close-record';
import { mergeRecords } from '@/lib/keeping/commands/merge-records';
import { setPublication } from '@/lib/keeping/commands/publication';
import { saveRecord } from '@/lib/keeping/commands/save-record';
import { verifyRecord } from '@/lib/keeping/commands/verify-record';
import { type FormValues, toFormValues } from '@/lib/keeping/form-values';
import { openRecord } from '@/lib/keeping/open-record';
import type { OpenRecord } from '@/lib/keeping/schema';
import type { Result } from '@/lib/shared/result';
import type { Team } from './people';

/** Every name says that nobody is meant: what staff do in the demonstration is never said of a real enterprise. */
const MARK = '(izmišljen primer)';

const source = (title: string): FormValues => ({
  'source.kind': ['source'],
  'source.url': ['https://izvor.demo.example'],
  'source.title': [title],
});

/** Addresses of the invented records that the suggestions are about. */
export interface InventedRecords {
  furrow: string;
  needle: string;
}

/** Invents records of the directory, and does to them what staff do: change, verify, merge, move, hide. */
export async function addRecords(team: Team, now: Date): Promise<InventedRecords> {
  const [editor, coordinator] = [await memberOf(team.editor.id, now), await memberOf(team.coordinator.id, now)];
  const make = (name: string, town: string, more: FormValues = {}) =>
    saveRecord(
      editor,
      {
        ...{ id: null, version: 0, anyway: true },
        values: {
          ...{ nameSr: [`${name} ${MARK}`], basis: ['wider_social_economy'], gazetteer: [town], town: [town] },
          ...{ ...source('Izmišljen izvod'), ...more },
        },
      },
      now,
    ).then(done);

  const furrow = await make('Zamišljena zadruga „Brazda“', 'Čačak', {
    activitySr: ['Gaji povrće i raznosi ga u korpama.'],
    foundedYear: ['2011'],
    ...contact('website', 'https://brazda.demo.example'),
  });
  const changed = await recordOf(furrow.id);
  const values = { ...toFormValues(changed.input), ...source('Izmišljen razgovor'), foundedYear: ['2012'] };
  done(await saveRecord(editor, { id: furrow.id, version: changed.version, values, anyway: true }, now));
  done(await verifyRecord(coordinator, { id: furrow.id, method: 'call' }, now));

  const needle = await make('Zamišljena radionica „Igla“', 'Niš', { activitySr: ['Krpi i prepravlja odeću.'] });
  const twin = await make('Zamišljena krojačnica „Igla“', 'Niš', { shortName: ['Igla'] });
  const seen = async (id: number) => ({ id, version: (await recordOf(id)).version });
  done(await mergeRecords(coordinator, { kept: await seen(needle.id), other: await seen(twin.id), choices: {} }, now));

  const moved = await make('Zamišljena bašta „Lejka“', 'Kraljevo');
  const move = { state: ['moved'], successor: [furrow.slug], on: ['2025-03-01'], ...source('Izmišljena odluka') };
  done(await setOperatingState(editor, { id: moved.id, values: move }, now));

  const hidden = await make('Zamišljena kuhinja „Kašika“', 'Užice');
  const reason = 'Organizacija proverava svoje podatke.';
  done(await setPublication(coordinator, { id: hidden.id, shown: false, reason }, now));

  await db().enterprise.updateMany({ where: { nameSr: { endsWith: MARK } }, data: { synthetic: true } });
  return { furrow: furrow.slug, needle: needle.slug };
}

const contact = (kind: string, value: string): FormValues => ({
  'contacts.0.kind': [kind],
  'contacts.0.value': [value],
});

/** Somebody of the team as the desk knows one who is wholly signed in. */
export async function memberOf(id: string, now: Date): Promise<Staff> {
  const { email, name, role, locale, themes } = await db().staffUser.findUniqueOrThrow({ where: { id } });
  const shown = { sessionId: `demo-${id}`, hasFactor: true, factorAt: now };
  return { kind: 'staff', themes: readThemes(themes), id, email, name, role: role as Staff['role'], locale, ...shown };
}

async function recordOf(id: number): Promise<OpenRecord> {
  const record = await openRecord(db(), id);
  if (!record) throw new Error(`There is no record ${id}`);
  return record;
}

/** @throws Error with the reason of a refusal */
export function done<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}
