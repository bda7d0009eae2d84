import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newReference, normalizeReference } from '@/lib/submissions/references';
import { isRude } from '@/lib/submissions/rude-words';

const ALPHABET = 'DFGLNQRVWZ45789';
const signs = fc.array(fc.constantFrom(...ALPHABET), { minLength: 9, maxLength: 9 }).map((list) => list.join(''));
const grouped = (text: string) => `${text.slice(0, 3)}-${text.slice(3, 6)}-${text.slice(6)}`;

/** Draws the bytes that spell these references, one after the other. */
function drawOf(...references: string[]) {
  const wanted = references.join('');
  let at = 0;
  return (bytes: Uint8Array) => {
    const piece = wanted.slice(at, at + 9);
    for (let place = 0; place < bytes.length; place++) bytes[place] = ALPHABET.indexOf(piece[place] ?? 'D');
    at += 9;
  };
}

describe('a new reference', () => {
  it('is three groups of three signs, none of which looks like another in Latin or Cyrillic', () => {
    // Confusable signs (Unicode TR 39 and handwriting): never both of a pair, never one that the other script reads otherwise.
    const confusable = ['O0QОQ', '1IlІ', '2Z', '3ЗZ', '5SЅ', '6Gб', 'UV', 'B8', 'AА', 'CС', 'EЕ', 'HН', 'PР', 'XХ', 'YУ', 'TТ', 'MМ', 'KК', 'JЈ']; // biome-ignore format: a list
    const used = new Set<string>();
    for (let n = 0; n < 2_000; n++) {
      const reference = newReference();
      expect(reference).toMatch(/^[A-Z0-9]{3}-[A-Z0-9]{3}-[A-Z0-9]{3}$/);
      for (const sign of reference.replaceAll('-', '')) used.add(sign);
    }
    for (const pair of confusable) expect([...new Set(pair)].filter((sign) => used.has(sign)).length).toBeLessThan(2);
    expect([...used].sort().join('')).toBe([...ALPHABET].sort().join(''));
  });

  it('is drawn evenly: no sign comes twice as often as another', () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 5_000; n++) for (const sign of newReference()) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    counts.delete('-');
    expect(Math.max(...counts.values()) / Math.min(...counts.values())).toBeLessThan(2);
  });

  it.each([
    ['QVR44DLND', 'kurac'],
    ['D7W47LNDL', 'twat, over the hyphen'],
    ['LNDF4GLND', 'fag, with 4 for A'],
    ['DVZ7455LN', 'ass, with 5 for S'],
    ['LND5R47LN', 'srat'],
    ['DLL88LDRL', '88'],
  ])('is drawn again when it spells something rude: %s (%s)', (rude) => {
    expect(newReference(drawOf(rude, 'DLNDRLNDL'))).toBe('DLN-DRL-NDL');
  });
});

describe('what is rude', () => {
  it.each(['KUR-ACX-XXX', 'XXK-URV-AXX', 'PIZ-D4X-XXX', 'P1Z-DA9-XXX', '999-J3B-EM9', 'XFU-CKX-XXX', 'XXF-VCK-XXX', '5H1-TXX-XXX', 'XXX-C0C-KXX', 'N4Z-1XX-XXX', 'X14-88X-XXX', 'GLG-0VN-0DL', 'DUP-3DX-XXX', 'S1S-A99-999', 'WTF-DLD-LDL', 'F4G-DLD-LDL', '7W4-7DL-DLD', 'SRA-7DL-DLD', 'FUU-UCK-DLD', 'QVR-V4D-LDL'])(
    '%s',
    (reference) => expect(isRude(reference)).toBe(true),
  ); // biome-ignore format: a list

  it.each(['DLN-DRL-NDL', 'GRZ-LND-RFD', '9ZN-4LD-9RV', 'LZ4-5NL-D9L'])('not %s', (reference) =>
    expect(isRude(reference)).toBe(false),
  );

  it('is rare enough that drawing again costs nothing', () => {
    let rude = 0;
    fc.assert(
      fc.property(signs, (text) => {
        if (isRude(text)) rude += 1;
      }),
      { numRuns: 2_000 },
    );
    expect(rude / 2_000).toBeLessThan(0.3);
  });
});

describe('a reference that somebody typed', () => {
  const toCyrillicKeys = (text: string) =>
    [...text].map((sign) => ({ D: 'Д', F: 'Ф', G: 'Г', L: 'Л', N: 'Н', Q: 'Љ', R: 'Р', V: 'В', W: 'Њ', Z: 'З' })[sign] ?? sign).join(''); // biome-ignore format: a table

  it('is found whatever the case, the blanks, the dashes and the keyboard', () => {
    const separator = fc.constantFrom('', ' ', '-', ' - ', '–', '—', '‑', '.', '/', '\u00a0', '\u200b', '\t', '\n');
    fc.assert(
      fc.property(signs, fc.array(separator, { minLength: 10, maxLength: 10 }), fc.boolean(), fc.boolean(), (text, between, small, cyrillic) => {
        const written = cyrillic ? toCyrillicKeys(text) : text;
        const typed = [...(small ? written.toLowerCase() : written)].map((sign, at) => `${between[at]}${sign}`).join('');
        expect(normalizeReference(typed + between[9])).toBe(grouped(text));
      }),
    ); // biome-ignore format: one property
  });

  it('of ours is itself', () => {
    for (let n = 0; n < 500; n++) {
      const reference = newReference();
      expect(normalizeReference(reference)).toBe(reference);
    }
  });

  it('forgives signs that look or sound alike', () => {
    expect(normalizeReference('дhр-уsb-360')).toBe('DNR-V58-ZGQ');
    expect(normalizeReference('ＤＦＧ４５７ＬＮＲ')).toBe('DFG-457-LNR');
  });

  it.each(['', '   ', 'DLN-DRL-ND', 'DLN-DRL-NDLL', 'DLN-DRL-ND!', '🙂🙂🙂🙂🙂🙂🙂🙂🙂', '\u0000', '%00', "' OR 1=1 --", 'DLNDRLNDL'.repeat(100_000)])(
    'is none of ours: %#',
    (typed) => expect(normalizeReference(typed)).toBeNull(),
  ); // biome-ignore format: a list

  it('never fails, and gives only references', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (typed) => {
        const reference = normalizeReference(typed);
        expect(reference === null || /^[DFGLNQRVWZ45789]{3}(-[DFGLNQRVWZ45789]{3}){2}$/.test(reference)).toBe(true);
      }),
    );
  });
});
