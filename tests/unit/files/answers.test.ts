import { describe, expect, it } from 'vitest';
import { fileAddress, parseContentName, photoSources } from '@/lib/files/addresses';
import {
  applyFileAction,
  filesFromForm,
  mergeFileAnswers,
  mergeWords,
  parseFileAction,
  seenWords,
} from '@/lib/files/answers';
import { shownFileName } from '@/lib/files/names';

const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(32)) as [string, string, string];
const photo = (file: string, alt = '') => ({ file, alt, author: '' });

describe('files of a posted form', () => {
  it('stand in the order of the page, each with its own words', () => {
    const fields: [string, string][] = [
      ['photos.file', B],
      [`photos.${B}.alt`, 'Maske'],
      ['photos.file', A],
      [`photos.${C}.alt`, 'nobody’s words'],
      ['documents.file', C],
      [`documents.${C}.audience`, 'public'],
      ['photos.file', '../../etc/passwd'],
      ['photos.file', A],
      ['links', 'https://primer.example'],
    ];
    expect(filesFromForm(fields)).toEqual({
      photos: [photo(B, 'Maske'), photo(A)],
      documents: [{ file: C, audience: 'public' }],
    });
  });

  it('a document is for staff only until somebody says otherwise', () => {
    const fields: [string, string][] = [
      ['documents.file', A],
      [`documents.${A}.audience`, 'everybody'],
    ];
    expect(filesFromForm(fields).documents).toEqual([{ file: A, audience: 'staff' }]);
  });
});

describe('a button', () => {
  const answers = { photos: [photo(A), photo(B), photo(C)], documents: [] };
  it.each([
    [`up:${B}`, [B, A, C]],
    [`down:${B}`, [A, C, B]],
    [`up:${A}`, [A, B, C]],
    [`down:${C}`, [A, B, C]],
    [`remove:${B}`, [A, C]],
    [`remove:${'d'.repeat(32)}`, [A, B, C]],
    [`place:${B}`, [A, B, C]],
    ['add', [A, B, C]],
  ])('%s', (value, order) => {
    const action = parseFileAction(value);
    expect(action && applyFileAction(answers, action).photos.map(({ file }) => file)).toEqual(order);
  });

  it.each(['', 'remove', 'remove:', 'remove:../x', `erase:${A}`, `remove:${A}:${B}`, null, 7])(
    '%s is none',
    (value) => {
      const action = parseFileAction(value);
      // What stands behind a second colon is not looked at.
      expect(action === null || ('key' in action && action.key === A)).toBe(true);
    },
  );
});

it('what was removed elsewhere does not come back, and what was added elsewhere is not lost', () => {
  const existing = [
    { key: A, kind: 'photo', own: true },
    { key: B, kind: 'photo', own: false },
    { key: C, kind: 'document', own: true },
  ] as const;
  expect(mergeFileAnswers({ photos: [photo('d'.repeat(32)), photo(C)], documents: [] }, existing)).toEqual({
    photos: [photo(A)],
    documents: [{ file: C, audience: 'staff' }],
  });
  expect(mergeFileAnswers({ photos: [photo(B, 'Maske')], documents: [] }, existing).photos).toEqual([
    photo(B, 'Maske'),
    photo(A),
  ]);
});

describe('addresses', () => {
  it('name a content of ours, and nothing else', () => {
    expect(parseContentName('w960.avif')).toEqual({ what: 'rendition', name: 'w960', format: 'avif' });
    expect(parseContentName('original.png')).toEqual({ what: 'original', extension: 'png' });
    expect(parseContentName('document.pdf')).toEqual({ what: 'document' });
    for (const name of [
      'w961.avif',
      'w960.png',
      'w960',
      'original.pdf',
      'original.exe',
      'document.jpg',
      'W960.avif',
      '',
    ]) {
      expect(parseContentName(name), name).toBeNull();
    }
  });

  it('of a photo come with their true widths', () => {
    const sizes = [
      { name: 'w480', width: 480, height: 640 },
      { name: 'w960', width: 900, height: 1200 },
    ];
    const { sources, src } = photoSources({ key: A, sizes });
    expect(sources[0]).toEqual({
      type: 'image/avif',
      srcSet: `/files/${A}/w480.avif 480w, /files/${A}/w960.avif 900w`,
    });
    expect(src).toBe(`/files/${A}/w960.jpg`);
    expect(fileAddress(A, 'w480.jpg', 'a-b_c')).toBe(`/files/${A}/w480.jpg?t=a-b_c`);
  });
});

describe('a name that is shown', () => {
  it.each([
    ['slika.jpg', 'slika.jpg'],
    ['C:\\Users\\Ana\\Šolja.jpg', 'Šolja.jpg'],
    ['../../../etc/passwd', 'passwd'],
    ['a\u202egpj.exe', 'agpj.exe'],
    ['a\0.jpg', 'a.jpg'],
    ['  dve   reči.pdf ', 'dve reči.pdf'],
    ['\u200b\u2066', ''],
    ['<script>.png', '<script>.png'],
  ])('%j is %j', (name, shown) => expect(shownFileName(name)).toBe(shown));

  it('is cut in its middle when it is endless, and keeps its ending', () => {
    const shown = shownFileName(`${'đ'.repeat(5_000)}.jpeg`);
    expect([...shown]).toHaveLength(120);
    expect(shown.endsWith('….jpeg')).toBe(true);
  });
});

describe('words of one photo in two tabs', () => {
  const described = (alt: string, author = '') => ({ photos: [{ file: A, alt, author }], documents: [] });
  const seen = (alt: string, author = '') => [[`photos.${A}.seen`, seenWords({ alt, author, audience: '' })] as const];
  const saved = (stored: string, typed: string, was: string | null) => {
    const { answers, clashes } = mergeWords(described(stored), described(typed), was === null ? [] : seen(was));
    return [answers.photos[0]?.alt, clashes.map((clash) => clash.stored)];
  };

  it('what a tab only carries along stays as the other wrote it', () => {
    expect(saved('Drugi opis', 'Prvi opis', 'Prvi opis')).toEqual(['Drugi opis', []]);
  });

  it('what nobody else has changed is taken', () => {
    expect(saved('Prvi opis', 'Novi opis', 'Prvi opis')).toEqual(['Novi opis', []]);
    expect(saved('Isto', 'Isto', 'Prvi opis')).toEqual(['Isto', []]);
  });

  it('where both wrote, what is stored stays, and is told', () => {
    expect(saved('Drugi opis', 'Moj opis', 'Prvi opis')).toEqual(['Drugi opis', ['Drugi opis']]);
  });

  it('who does not say what was seen, or says nonsense, writes over everything', () => {
    expect(saved('Drugi opis', 'Moj opis', null)).toEqual(['Moj opis', []]);
    expect(mergeWords(described('a'), described('b'), [[`photos.${A}.seen`, '{']]).answers.photos[0]?.alt).toBe('b');
  });

  it('a document that was kept for staff does not become public by an older tab', () => {
    const document = (audience: 'staff' | 'public') => ({ photos: [], documents: [{ file: B, audience }] });
    const fields = [[`documents.${B}.seen`, seenWords({ alt: '', author: '', audience: 'public' })] as const];
    expect(mergeWords(document('staff'), document('public'), fields).answers.documents[0]?.audience).toBe('staff');
  });
});
