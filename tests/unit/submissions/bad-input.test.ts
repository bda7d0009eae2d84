import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_NAMES, type FieldName, TEXT_LIMITS, type TextField } from '@/lib/submissions/fields';
import { checkAnswers, countSigns, type StoryAnswers } from '@/lib/submissions/schema';
import { isEmail, isMonth, isWebLink, normalizePhone, tidy } from '@/lib/submissions/values';
import { storyAnswers } from '../../support/story-answers';

const check = (answers: StoryAnswers) => checkAnswers(storyAnswers(answers), FIELD_NAMES);
/** The value of one answer of an otherwise right story, or the keys of its faults. */
function read(field: FieldName, value: unknown): unknown {
  const checked = check({ [field]: value });
  if (checked.ok) return checked.value[field];
  return checked.faults.map((fault) => `${fault.field}: ${fault.key}`);
}

/** What nobody sees, or sees wrongly: controls, zero width, direction, byte order, lone surrogates. */
const UNSEEN = ['\u0000', '\u0007', '\u001b', '\u007f', '\u0085', '\u00ad', '\u200b', '\u200e', '\u200f', '\u202a', '\u202e', '\u2060', '\u2066', '\u2069', '\ufeff', '\ufff9', '\u200d', '\u2800', '\u3164', '\ufe0f', '\u0301', '\ud800', '\udfff']; // biome-ignore format: a list
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(...UNSEEN),

  // biome-ignore lint/suspicious/noTemplateCurlyInString: somebody may type it
  fc.constantFrom("'; DROP TABLE Submission; --", '<script>alert(1)</script>', '=HYPERLINK("http://x","y")', '{{7*7}}', '${7*7}', '%00', '../../etc/passwd', '\\u0000', '🙂', '👨‍👩‍👧‍👦', '🇷🇸', 'ǆ', 'e\u0301', 'Ж', '𝕾'), // biome-ignore format: a list
);
const anything = fc.oneof(
  hostile,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(
    null,
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    {},
    [],
    [[]],
    [null],
    { toString: 1 },
    new Date(Number.NaN),
  ),
  fc.array(hostile, { maxLength: 12 }),
  fc.dictionary(fc.string(), hostile),
  fc.bigInt(),
);

describe('whatever is sent', () => {
  it('is answered with a value or with faults, each once at its place, never with an exception', () => {
    fc.assert(
      fc.property(fc.record(Object.fromEntries(FIELD_NAMES.map((field) => [field, anything]))), (answers) => {
        const checked = checkAnswers(answers as StoryAnswers, FIELD_NAMES);
        if (checked.ok) return;
        const places = checked.faults.map(({ field, item, part }) => `${field} ${item} ${part}`);
        expect(new Set(places).size).toBe(places.length);
        for (const { field, key } of checked.faults) {
          expect(FIELD_NAMES).toContain(field);
          expect(key).toMatch(/^[a-z][A-Za-z]+$/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('in one answer spoils only that answer', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELD_NAMES), anything, (field, value) => {
        const checked = check({ [field]: value });
        const near = { lat: 'precision', lng: 'precision', practiceTypes: 'practiceOther', photos: 'peopleInPhotos', ongoing: 'endMonth', startMonth: 'endMonth', peopleUnknown: 'peopleReached' }; // biome-ignore format: a table
        const allowed = [field, near[field as keyof typeof near]];
        if (!checked.ok) for (const fault of checked.faults) expect(allowed).toContain(fault.field);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is read the same way a second time: a value that was taken is taken again, unchanged', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELD_NAMES), anything, (field, value) => {
        const once = check({ [field]: value });
        if (!once.ok) return;
        const twice = checkAnswers(once.value as StoryAnswers, FIELD_NAMES);
        expect(twice).toEqual(once);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a text', () => {
  const texts = Object.keys(TEXT_LIMITS) as TextField[];

  it('is kept without what nobody sees, and else as it was typed', () => {
    fc.assert(
      fc.property(hostile, hostile, (before, after) => {
        const kept = tidy(`${before} vidljivo ${after}`);
        expect(kept).toContain('vidljivo');
        expect(Buffer.from(kept).toString()).toBe(kept);
        expect(kept).not.toMatch(/(?![\n\t])[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u);
        expect(tidy(kept)).toBe(kept);
      }),
    );
  });

  it.each(UNSEEN)('of nothing but %j is empty', (sign) => {
    expect(tidy(sign.repeat(200))).toBe('');
    expect(read('title', sign.repeat(50))).toEqual(['title: required']);
    expect(read('resources', sign.repeat(50))).toBeNull();
  });

  it('keeps line breaks, emoji with their joiners, and every script', () => {
    expect(tidy('prvi\r\ndrugi\rtreći\n\tčetvrti')).toBe('prvi\ndrugi\ntreći\n\tčetvrti');
    for (const text of ['👨‍👩‍👧‍👦', '🏳️‍🌈', '🇷🇸', '👍🏽', '❤️', 'Хвала', 'köszönöm', 'فارسی می‌خواهم', '中文'])
      expect(tidy(text)).toBe(text);
  });

  it('with marks set apart is the composed one', () => expect(tidy('C\u030cac\u030cak')).toBe('Čačak'));

  it('counts signs as people see them: a family of emoji is one', () => {
    expect(countSigns('👨‍👩‍👧‍👦🇷🇸č')).toBe(3);
    expect(read('title', '👨‍👩‍👧‍👦'.repeat(100))).toBe('👨‍👩‍👧‍👦'.repeat(100));
    expect(read('title', '👨‍👩‍👧‍👦'.repeat(101))).toEqual(['title: tooLong']);
  });

  it.each(texts)('%s: as long as it may be is taken whole, one sign more is not', (field) => {
    const { min, max } = TEXT_LIMITS[field];
    expect(read(field, 'ž'.repeat(max))).toBe('ž'.repeat(max));
    expect(read(field, `  ${'ж'.repeat(max)}\u200b\n`)).toBe('ж'.repeat(max));
    expect(read(field, 'ž'.repeat(max + 1))).toEqual([`${field}: tooLong`]);
    if (min > 1) expect(read(field, 'ž'.repeat(min - 1))).toEqual([`${field}: tooShort`]);
    if (min > 0) expect(read(field, '   ')).toEqual([`${field}: required`]);
    else expect(read(field, '   ')).toBeNull();
  });

  it('of ten megabytes is too long, and its signs are not counted one by one', () => {
    const huge = 'ab'.repeat(5 * 1024 * 1024);
    expect(read('whatWasDone', huge)).toEqual(['whatWasDone: tooLong']);
    expect(read('contactName', huge)).toEqual(['contactName: tooLong']);
    expect(read('partners', [huge])).toEqual(['partners: tooLong']);
    expect(read('links', [`https://x.example/${huge}`])).toEqual(['links: tooLong']);
    expect(read('contactEmail', `${huge}@x.example`)).toEqual(['contactEmail: tooLong']);
    expect(read('contactPhone', '1'.repeat(huge.length))).toEqual(['contactPhone: notAPhone']);
  }, 20_000);

  it.each(['<script>alert(1)</script> u kuhinji', '=1+1 maski za bolnicu', "Robert'); DROP TABLE Submission;--", '+381 je pozivni broj, pišu', '@SUM(1+1)*cmd|calc'])(
    'that would do harm elsewhere is only a text: %s',
    (text) => expect(read('title', text)).toBe(text),
  ); // biome-ignore format: a list
});

describe('a month', () => {
  it.each(['2020-02-30', '2020-13', '2020-00', '20-02', '1820-01', '30.02.2020.', '2020-2', '٢٠٢٠-٠٢', 'danas', ' ', '2020-02 ', '\u202e2020-02'])(
    '%j is none',
    (value) => {
      expect(isMonth(value)).toBe(false);
      expect(read('endMonth', value)).toEqual(['endMonth: notAMonth']);
    },
  ); // biome-ignore format: a list

  it('of the future is refused, this month is taken', () => {
    expect(read('startMonth', '2098-01')).toContain('startMonth: inFuture');
    const now = new Date().toISOString().slice(0, 7);
    expect(check({ startMonth: now, endMonth: now }).ok).toBe(true);
  });

  it('before the beginning is a fault of the end', () =>
    expect(check({ startMonth: '2020-05', endMonth: '2020-04' })).toMatchObject({
      faults: [{ field: 'endMonth', key: 'endsBeforeItBegins' }],
    }));

  it('that was left empty is not answered', () => expect(read('endMonth', '')).toBeNull());
});

describe('a phone number', () => {
  it.each([
    ['064/123-45-67', '+381641234567'], ['064 1234567', '+381641234567'], ['0641234567', '+381641234567'], ['+381 64 123 45 67', '+381641234567'],
    ['+381 (0)64 123 4567', '+381641234567'], ['+3810641234567', '+381641234567'], ['00381641234567', '+381641234567'], ['0038164/123-4567', '+381641234567'],
    ['381641234567', '+381641234567'], ['(011) 312-34-56', '+381113123456'], ['011/3123-456', '+381113123456'], ['064.123.45.67', '+381641234567'],
    ['064–123–4567', '+381641234567'], ['064\u00a0123\u00a04567', '+381641234567'], ['\u202a+381641234567\u202c', '+381641234567'], ['０６４１２３４５６７', '+381641234567'],
    ['+43 660 1234567', '+436601234567'], ['0043 660 1234567', '+436601234567'], ['+1 (312) 555-0123', '+13125550123'], ['tel: 064 123 4567', '+381641234567'],
    ['64 123 45 67', '+381641234567'],
  ])('%s is %s', (typed, expected) => {
    expect(normalizePhone(typed)).toBe(expected);
    expect(read('contactPhone', typed)).toBe(expected);
  }); // biome-ignore format: a table

  it.each(['064', 'nemam', '064-ABC-DEFG', '+', '00', '(', '+0641234567', '12345678901234567890', '064/123-45-67, 065/765-43-21', '1e9', '0x641234567', '=064+1', '\u0000'])(
    '%j is none',
    (typed) => expect(normalizePhone(typed)).toBeNull(),
  ); // biome-ignore format: a list

  it('that was left empty, or blank, is not given', () => {
    for (const empty of ['', '  ', '\u200b', null, undefined]) expect(read('contactPhone', empty)).toBeNull();
  });

  it('is E.164 or nothing, whatever is typed', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.string({ unit: fc.constantFrom(...'0123456789+-/() .'), maxLength: 25 }),
        (noise, digits) => {
          for (const typed of [noise, digits]) expect(normalizePhone(typed) ?? '+1234567').toMatch(/^\+[1-9]\d{6,14}$/);
        },
      ),
    );
  });
});

describe('an e-mail address', () => {
  it.each(['ana@primer.rs', 'a.b+c@primer.co.rs', 'Ana_1@PRIMER.example', 'ана@пример.срб', 'zoran@đorđe.rs', "o'neil@primer.example", 'a@xn--e1aybc.xn--90a3ac', '1@2.example'])(
    '%s is taken',
    (email) => expect(read('contactEmail', ` ${email} `)).toBe(email),
  ); // biome-ignore format: a list

  it.each(['ana', 'ana@', '@primer.rs', 'ana@primer', 'ana@@primer.rs', 'ana @primer.rs', 'ana@primer..rs', 'ana@-primer.rs', 'ana@primer-.rs', '.ana@primer.rs', 'ana.@primer.rs', 'a..na@primer.rs', 'ana@primer.rs, bora@primer.rs', 'ana@primer.rs;bora@primer.rs', 'Ana <ana@primer.rs>', 'ana@primer.rs\nBcc: svi@primer.rs', 'ana@primer.rs%0ABcc:x@y.rs', 'ana@[127.0.0.1]', 'ana@127.0.0.1', `${'a'.repeat(65)}@primer.rs`, `a@${'b'.repeat(64)}.rs`, 'ana@primer.r\u0000s,', 'ana@primer.123'])(
    '%j is refused',
    (email) => {
      expect(isEmail(email)).toBe(false);
      expect(read('contactEmail', email)).toEqual(['contactEmail: notAnEmail']);
    },
  ); // biome-ignore format: a list

  it('holds no sign with which another header of a mail could begin', () => {
    fc.assert(
      fc.property(hostile, hostile, (name, host) => {
        const email = `${name}@${host}.rs`;
        if (isEmail(email)) expect(email).not.toMatch(/[\s<>,;:"()[\]\\]/);
      }),
    );
  });
});

describe('a link', () => {
  it.each(['https://primer.rs', 'https://primer.rs/a?b=c#d', 'https://пример.срб/прича'])('%s is taken', (link) =>
    expect(read('links', [link])).toEqual([link]),
  );

  it.each(['http://primer.rs', 'javascript:alert(1)', 'data:text/html,x', 'https://', 'https://primer', 'https://ana:lozinka@primer.rs', 'primer.rs', '//primer.rs', 'https://primer.rs\\@zlo.example', 'https:primer.rs', 'ftp://primer.rs', 'https://127.0.0.1/', 'https://[::1]/', 'https://pri mer.rs'])(
    '%j is refused, at its place in the list',
    (link) => {
      expect(check({ links: ['https://dobar.example', link] })).toMatchObject({ ok: false, faults: [{ field: 'links', item: 1, key: 'notALink' }] });
      expect(isWebLink(link)).toBe(false);
    },
  ); // biome-ignore format: a list
});

describe('a number', () => {
  it.each([['1.200', 1200], ['1 200', 1200], ['1\u00a0200', 1200], ['0', 0], ['10000000', 10_000_000], ['  42 ', 42], ['1.200.000', 1_200_000]])(
    'of people: %j is %d',
    (typed, expected) => expect(read('peopleReached', typed)).toBe(expected),
  ); // biome-ignore format: a table

  it.each(['-1', '1,5', '1.5', '10000001', '1e6', 'Infinity', 'NaN', '0x10', 'mnogo', '12abc', '１２', '1-2'])(
    'of people: %j is none',
    (typed) => expect(read('peopleReached', typed)).toEqual(['peopleReached: notANumber']),
  );

  it('that was left empty or blank is not given', () => {
    for (const empty of ['', '  ', '\u200b', null, undefined]) expect(read('peopleReached', empty)).toBeNull();
  });

  it.each([['44.81', 44.81], ['44,81', 44.81], ['44.812', 44.812], ['-90', -90]])('of degrees: %j is %d', (typed, expected) => expect(read('lat', typed)).toBe(expected)); // biome-ignore format: one line

  it.each(['91', '44.81.2', 'N44', '44,8,1', '1e1', '0x1'])('of degrees: %j is none', (typed) =>
    expect(read('lat', typed)).toEqual(['lat: notADegree']),
  );
});

describe('a choice', () => {
  it.each(['', null, undefined])('that must be made and was not (%j) is asked for', (value) =>
    expect(read('role', value)).toEqual(['role: required']),
  );

  it.each(['admin', '__proto__', 'constructor', 'LED', 'led ', 'led\u0000', ['led', 'led'], { role: 'led' }])(
    '%j is unknown',
    (value) => expect(read('role', value)).toEqual(['role: unknown']),
  );

  it.each([
    ['practiceTypes', []],
    ['practiceTypes', ''],
  ] as const)('of several needs one: %s %j', (field, value) =>
    expect(read(field, value)).toEqual([`${field}: chooseOne`]),
  );

  it('of several takes a single one, each once, and not too many', () => {
    expect(read('practiceTypes', 'meals')).toEqual(['meals']);
    expect(read('practiceTypes', ['meals', ' meals', 'masks'])).toEqual(['meals', 'masks']);
    expect(read('practiceTypes', ['a', 'b', 'c', 'd'])).toEqual(['practiceTypes: tooMany']);
    expect(read('practiceTypes', ["'; DROP"])).toEqual(['practiceTypes: unknown']);
  });
});

describe('consent', () => {
  it.each(['on', 'yes', 'true', true])('%j is given', (value) => expect(read('consentPublish', value)).toBe(true));
  it.each(['', 'off', 'no', 'false', false, null, undefined, 1, 'ON!', ['on'], {}])(
    '%j is not given, and is needed',
    (value) => expect(read('consentPublish', value)).toEqual(['consentPublish: consentNeeded']),
  );
});
