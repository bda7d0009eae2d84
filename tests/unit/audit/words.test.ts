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
  enterprise: codesIn(/\bauditRecord\(\s*\w+,\s*\w+,\s*'(\w+)'/g),
};

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
  const codes = codesIn(/\baction:\s*(?:[^,;\n]*\?\s*)?'([a-z]\w*\.\w+)'/g);
  const others = codesIn(/^\s*\| '([a-z]\w*\.[a-zA-Z_]+)'$/gm);
  expect(codes).toContain('backup.restore');
  expect(others).toContain('staff.signIn');
  const missing = [...new Set([...codes, ...others])].filter((code) => !has(code));
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
  enterprises: new Map(),
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

it('somebody whose account is no more, the program and an erased story are told as what they are', () => {
  const gone = { ...ENTRY, actor: { kind: 'staff', id: 's9' }, object: { kind: 'submission', id: '18' } };
  expect(presentAuditEntry('en', gone, NAMES)).toMatchObject({
    who: 'somebody without an account',
    object: { text: 'story 18' },
  });
  const job = { ...ENTRY, actor: { kind: 'system', id: 'retention' }, object: { kind: 'database', id: null } };
  expect(presentAuditEntry('en', job, NAMES)).toMatchObject({ who: 'the program (retention)', object: null });
});
