import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogueToCyrillic, catalogueToLatin, messageToCyrillic } from '@/lib/serbian';

describe('messageToCyrillic', () => {
  it.each([
    ['Zdravo, {name}!', 'Здраво, {name}!'],
    [
      '{n, plural, one {# preduzeće} few {# preduzeća} other {# preduzeća}}',
      '{n, plural, one {# предузеће} few {# предузећа} other {# предузећа}}',
    ],
    [
      '{n, plural, =0 {nema} other {ima {n, number} ljudi}} ovde',
      '{n, plural, =0 {нема} other {има {n, number} људи}} овде',
    ],
    [
      '{kind, select, female {nova zadruga} other {novi savez}}',
      '{kind, select, female {нова задруга} other {нови савез}}',
    ],
    ['Izmena: {day, date, long}', 'Измена: {day, date, long}'],
    ['({year, number, ::group-off})', '({year, number, ::group-off})'],
    ['Pod <link>CC BY 4.0</link>, <b>slobodno</b><br/>', 'Под <link>CC BY 4.0</link>, <b>слободно</b><br/>'],
    ["Upišite '{ime}' u polje", "Упишите '{ime}' у поље"],
    ["Tako je 'rekao' {name}", "Тако је 'рекао' {name}"],
    ['⟦Zadruga {name} Cacak⟧ ovde', 'Zadruga {name} Cacak овде'],
    ['', ''],
  ])('changes the words of %s alone', (latin, cyrillic) => {
    expect(messageToCyrillic(latin)).toBe(cyrillic);
  });

  it('never throws, and never changes what stands in braces', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...`abn{}'<>⟦⟧ ,#`) }), (message) => {
        messageToCyrillic(message);
        expect(messageToCyrillic(`reč {argument} ${message.replace(/[{}'⟦⟧<>]/gu, '')}`)).toContain('{argument}');
      }),
    );
  });
});

describe('a catalogue', () => {
  const catalogue = { Page: { title: 'Naša ⟦GIZ⟧ zadruga', nested: { hint: 'Čačak ili {name}' } } };

  it('becomes Cyrillic with the same keys', () => {
    expect(catalogueToCyrillic(catalogue)).toEqual({
      Page: { title: 'Наша GIZ задруга', nested: { hint: 'Чачак или {name}' } },
    });
  });

  it('is shown in Latin without marks', () => {
    expect(catalogueToLatin(catalogue)).toEqual({
      Page: { title: 'Naša GIZ zadruga', nested: { hint: 'Čačak ili {name}' } },
    });
  });
});
