import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { presentAuditEntry } from '@/lib/audit/present';
import { LOCALES } from '@/lib/i18n/locales';
import { messagesOf } from '@/lib/i18n/messages';
import { ACTS, TRANSITIONS } from '@/lib/moderation/rules';

/**
 * Every action that the program can write into the audit log has words in all languages. The codes are found in the source;
 * where one is put together while the program runs, its endings are named here.
 */
const ROOT = path.resolve(import.meta.dirname, '../../..');

/** `prefix.${…}`: what can stand in the braces. A new prefix is added with its endings. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  submission: [...TRANSITIONS.map(({ name }) => name), ...ACTS],
  // Also `known ? 'update' : 'create'`
  enterprise: codesIn(/\bauditRecord\(\s*\w+,\s*\w+,([^{)]*?),\s*\w/g).flatMap((said) =>
    [...said.matchAll(/'(\w+)'/g)].map(([, code = '']) => code),
  ),
  import: ['check', 'write'],
  reason: ['created', 'changed', 'retired', 'restored', 'returned'],
};

/** Names of fields in such a file. */
const NO_CODES = ['source.url'];

function sources(): { file: string; text: string }[] {
  return ['app', 'lib', 'scripts'].flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('node_modules') && !file.includes('scripts/bench'))
      .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(path.join(ROOT, folder, file), 'utf8') })),
  );
}

function codesIn(pattern: RegExp): string[] {
  return sources().flatMap(({ text }) => [...text.matchAll(pattern)].map(([, code = '']) => code));
}

const has = (code: string) => {
  const [domain = '', act = ''] = code.split('.');
  const actions = messagesOf('en').AuditActions as unknown as Record<string, Record<string, string>>;
  return typeof actions[domain]?.[act] === 'string';
};

it('every action that is written as one word in the source has words', () => {
  // In a file that writes into the log, whatever looks like a code is one.
  const writers = sources().filter(({ text }) => /\b(recordAudit|recordAct|auditRecord)\b/.test(text));
  const codes = writers.flatMap(({ text }) =>
    [...text.matchAll(/'([a-z]\w*\.[a-zA-Z_]+)'/g)].map(([, code = '']) => code),
  );
  expect(codes).toContain('backup.restore');
  expect(codes).toContain('staff.signIn');
  const missing = [...new Set(codes)].filter((code) => !has(code) && !NO_CODES.includes(code));
  expect(missing, 'add these to the messages AuditActions, in both languages').toEqual([]);
});

it('every action that is put together has words, whatever its ending', () => {
  const prefixes = new Set(codesIn(/\baction:\s*`([a-z]\w*)\.\$\{/g));
  const unknown = [...prefixes].filter((prefix) => !Object.hasOwn(ENDINGS, prefix));
  expect(unknown, 'name the endings of these prefixes in ENDINGS').toEqual([]);
  const codes = Object.entries(ENDINGS).flatMap(([prefix, endings]) => endings.map((ending) => `${prefix}.${ending}`));
  expect(
    codes.filter((code) => !has(code)),
    'add these to the messages AuditActions, in both languages',
  ).toEqual([]);
});

const NAMES = {
  staff: new Map([['s1', 'Ana Petrović']]),
  submissions: new Map([['17', 'KLM-234-NPR']]),
  enterprises: new Map([['164', 'basta-lejka']]),
  reasons: new Map([['promotion', 'Advertising']]),
  term: (taxonomy: string, code: string) => `${taxonomy} ${code}`,
};
const ENTRY = {
  ...{ id: 9, at: new Date('2026-11-25T10:00:00Z'), actor: { kind: 'staff', id: 's1' }, action: 'submission.approve' },
  ...{ object: { kind: 'submission', id: '17' }, reason: null, details: {}, hash: 'x' },
};

it.each(LOCALES)('a row reads as a sentence in %s', (locale) => {
  const line = presentAuditEntry(locale, ENTRY, NAMES);
  const sentences = {
    'sr-Latn': ['Ana Petrović', 'Prihvaćena priča', 'priča KLM-234-NPR'],
    'sr-Cyrl': ['Ana Petrović', 'Прихваћена прича', 'прича KLM-234-NPR'],
    en: ['Ana Petrović', 'Approved a story', 'story KLM-234-NPR'],
  };
  expect([line.who, line.what, line.object?.text]).toEqual(sentences[locale]);
});

it('details are told in words where there are some, and as they stand where there are none', () => {
  const entry = {
    ...ENTRY,
    action: 'odd.thing',
    reason: 'offTopic',
    details: { from: 'pending', to: ['admin', 'x'], n: 3 },
  };
  const line = presentAuditEntry('en', entry, NAMES);
  expect(line.what).toBe('odd.thing');
  expect(line.details).toEqual(['reason: offTopic', 'from: waits', 'to: administrator, x', 'n: 3']);
});

it.each([
  [
    'suggestion.decide',
    'suggestion',
    { accepted: ['foundedYear'], edited: [], refused: ['website'], enterprise: 164 },
    ['accepted: Year founded', 'refused: Web site', 'record: basta-lejka'],
  ],
  ['enterprise.create', 'enterprise', { facts: ['nameSr', 'website'] }, ['facts: Name, Web site']],
  [
    'enterprise.state',
    'enterprise',
    { state: 'moved', successor: 164 },
    ['state: operatingState moved', 'successor: basta-lejka'],
  ],
  [
    'submission.staff_edit',
    'submission',
    { fields: ['place'], kinds: ['spelling'], version: 2 },
    ['fields: Place', 'kinds of change: spelling', 'version: 2'],
  ],
  ['duty.plan', 'duty', { to: 's1' }, ['to: Ana Petrović']],
  ['staff.themes', 'staff', { from: [], to: ['meals'] }, ['from: none', 'to: practiceType meals']],
  ['submission.undo', 'submission', { event: 12, decision: 11, from: 'approved' }, ['from: approved']],
])('%s of a %s names what its codes and ids mean', (action, kind, details, wanted) => {
  expect(presentAuditEntry('en', { ...ENTRY, action, object: { kind, id: '5' }, details }, NAMES).details).toEqual(
    wanted,
  );
});

it('a reason is told by its words', () => {
  expect(presentAuditEntry('en', { ...ENTRY, reason: 'promotion' }, NAMES).details).toEqual(['reason: Advertising']);
});

it('somebody whose account is no more, the program and an erased story are told as what they are', () => {
  const gone = { ...ENTRY, actor: { kind: 'staff', id: 's9' }, object: { kind: 'submission', id: '18' } };
  expect(presentAuditEntry('en', gone, NAMES)).toMatchObject({
    who: 'somebody without an account',
    object: { text: 'story 18' },
  });
  const job = { ...ENTRY, actor: { kind: 'system', id: 'retention' }, object: { kind: 'database', id: null } };
  expect(presentAuditEntry('en', job, NAMES)).toMatchObject({ who: 'the program (retention)', object: null });
});
