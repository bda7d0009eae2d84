import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markMatches } from '@/lib/search/highlight';
import { parseText, toHighlightTerms } from '@/lib/search/text-query';

/** The text with its marked pieces in brackets. */
function marked(query: string, text: string): string {
  const parsed = parseText(query);
  const terms = parsed.kind === 'query' ? toHighlightTerms(parsed.query) : { words: [], stems: [], prefix: null };
  return markMatches(text, terms)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('');
}

describe('matched words are marked in the text as written', () => {
  test.each([
    ['zadruge', 'Socijalna zadruga „Nova perspektiva“', 'Socijalna [zadruga] „Nova perspektiva“'],
    ['задруга', 'Socijalna Zadruga', 'Socijalna [Zadruga]'],
    ['cacak', 'Удружење из Чачка', 'Удружење из [Чачка]'],
    ['djordje', 'Ђорђе и Đorđe', '[Ђорђе] и [Đorđe]'],
    ['prerad', 'Prerada voća', '[Prerada] voća'],
    ['bees', 'honey bee farm', 'honey [bee] farm'],
    ['lice ulice', 'Prodavci Liceulica i lice ulice', 'Prodavci [Liceulica] i [lice ulice]'],
    ['liceulice', 'magazin Lice ulice', 'magazin [Lice ulice]'],
    ['"osobe sa invaliditetom"', 'osobe sa invaliditetom sa sela', '[osobe] sa [invaliditetom] sa sela'],
    ['zadruga -med', 'zadruga i med', '[zadruga] i med'],
    ['', 'Naša kuća', 'Naša kuća'],
    ['xyz', '', ''],
  ])('%s in %s', (query, text, expected) => {
    expect(marked(query, text)).toBe(expected);
  });

  test('the pieces together are always the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ maxLength: 5 })), (text, words) => {
        const pieces = markMatches(text, { words, stems: words, prefix: words[0] ?? null });
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });
});
