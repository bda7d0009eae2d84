import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inScript, toCyrillic, toLatin, withoutMarks } from '@/lib/serbian';
import { DATA_WORDS, ENTERPRISE_NAMES, GAZETTEER_NAMES } from '@/tests/fixtures/serbian';

describe('toCyrillic', () => {
  it('writes every name of the gazetteers as the gazetteers do', () => {
    for (const { latin, cyrillic } of GAZETTEER_NAMES) expect(toCyrillic(latin)).toBe(cyrillic);
  });

  it.each([
    ['injekcija, Injekcije, INJEKCIJA', 'инјекција, Инјекције, ИНЈЕКЦИЈА'],
    ['konjunkcija, konjugacija i konjički klub', 'конјункција, конјугација и коњички клуб'],
    ['nadživeti, nadžeti, nadžak', 'надживети, наджети, наџак'],
    ['odžalovati, Odžaci, odžak', 'оджаловати, Оџаци, оџак'],
    ['podžupan, predživot', 'поджупан, предживот'],
    ['Tanjug, TANJUG, Tanjuga', 'Танјуг, ТАНЈУГ, Танјуга'],
    ['panjelinizam, vanjezički, anjon', 'панјелинизам, ванјезички, анјон'],
    ['budžet, menadžer, džem', 'буџет, менаџер, џем'],
  ])('tells two sounds from one: %s', (latin, cyrillic) => {
    expect(toCyrillic(latin)).toBe(cyrillic);
  });

  it.each([
    ['Ljubav LJUBAV ljubav', 'Љубав ЉУБАВ љубав'],
    ['Njegoš NJEGOŠ', 'Његош ЊЕГОШ'],
    ['Džak DŽAK', 'Џак ЏАК'],
    ['ǈubav ǋegoš ǆem', 'Љубав Његош џем'],
    ['Čačak', 'Чачак'],
    ['KoRSE, NVO, EU, SAD', 'КоРСЕ, НВО, ЕУ, САД'],
    ['d.o.o. „Naša kuća“', 'д.о.о. „Наша кућа“'],
    ['Caritas, Caritasa, CARITAS', 'Каритас, Каритаса, КАРИТАС'],
    ['COVID-19 i kovid', 'КОВИД-19 и ковид'],
    ['Djordje Đorđević', 'Ђорђе Ђорђевић'],
    ['Liceulice', 'Лицеулице'],
    ['10 km, 5 kg', '10 км, 5 кг'],
    ['već ћирилица', 'већ ћирилица'],
  ])('writes %s', (latin, cyrillic) => {
    expect(toCyrillic(latin)).toBe(cyrillic);
  });

  it.each([
    'https://koalicija.rs/put?a=b',
    'info@zadruga.co.rs',
    'www.zadruga.rs',
    'evoruka.org',
    'podaci.geojson',
    '<a href="/put">',
    '&nbsp;',
    'XXI',
    'VIII',
    'New York',
    'WordPress',
    'Facebook',
    'GeoJSON',
    'JSON-LD',
    'CSV',
    'CC BY 4.0',
    'GIZ',
    'UNDP',
    'RETEX',
    'ITECCION',
    'Bagel Bejgl',
    'Muffin Store',
    'Initiative for social empowerment (Chrono)',
    'Retro to the Rescue',
    '20 °C',
    'B2B',
    'e-mail',
    '@zadruga',
  ])('leaves %s in Latin', (text) => {
    expect(toCyrillic(text)).toBe(text);
    expect(toCyrillic(`pre „${text}“ posle`)).toBe(`пре „${text}“ после`);
  });

  it('knows a number from a conjunction and from an initial', () => {
    expect(toCyrillic('I tada je XXI vek')).toBe('И тада је XXI век');
    expect(toCyrillic('I. deo, II deo, V kolo')).toBe('I. део, II део, V коло');
    expect(toCyrillic('V. Petrović, I. Jović')).toBe('В. Петровић, И. Јовић');
  });

  it('declines a foreign name behind a hyphen', () => {
    expect(toCyrillic('UNDP-a, GIZ-om')).toBe('UNDP-а, GIZ-ом');
  });

  it('leaves what the writer marked, without the marks', () => {
    expect(toCyrillic('Pišite kako vam je lakše: Čačak, ⟦Čačak⟧ ili ⟦Cacak⟧.')).toBe(
      'Пишите како вам је лакше: Чачак, Čačak или Cacak.',
    );
    expect(toCyrillic('⟦otvoreno')).toBe('отворено');
  });

  it('does not touch what is Cyrillic already', () => {
    for (const text of ENTERPRISE_NAMES.map(toCyrillic)) expect(toCyrillic(text)).toBe(text);
  });

  it('takes time in proportion to the length', () => {
    for (const unit of ['a', 'a.', '<a', 'a@', '⟦', 'i ', '&', 'a-', 'nj', 'http:/', 'X']) {
      const started = performance.now();
      toCyrillic(unit.repeat(50_000));
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});

describe('toLatin', () => {
  it.each([
    ['ЉУБАВ Љубав љубав', 'LJUBAV Ljubav ljubav'],
    ['ЏУГАЊ Џак', 'DŽUGANJ Džak'],
    ['КОЊ, Коњ', 'KONJ, Konj'],
    ['Љ. Његош', 'Lj. Njegoš'],
    ['ДРУШТВО „ЊЕГОШ“ Ђурђевак', 'DRUŠTVO „NJEGOŠ“ Đurđevak'],
    ['Инјекција', 'Injekcija'],
    ['Ѓорѓи Ќосев', 'Đorđi Ćosev'],
    ['Latinica ostaje', 'Latinica ostaje'],
    ['⟦Zadruga⟧', 'Zadruga'],
  ])('writes %s as %s', (cyrillic, latin) => {
    expect(toLatin(cyrillic)).toBe(latin);
  });

  it('gives back every word, place and name of the dataset', () => {
    const places = GAZETTEER_NAMES.map(({ latin }) => latin);
    for (const text of [...DATA_WORDS, ...places, ...ENTERPRISE_NAMES]) {
      if (/caritas/i.test(text)) continue;
      expect(toLatin(toCyrillic(text))).toBe(text);
    }
  });

  it('gives back any Serbian Cyrillic text in small letters', () => {
    const cyrillic = fc.string({ unit: fc.constantFrom(...'абвгдђежзијклљмнњопрстћуфхцчџш ') });
    fc.assert(
      fc.property(cyrillic, (text) => {
        const latin = toLatin(text);
        expect(latin).not.toMatch(/\p{Script=Cyrillic}/u);
        expect(toLatin(text.toUpperCase()).toLowerCase()).toBe(latin);
      }),
    );
  });
});

describe('inScript', () => {
  it('shows a Serbian text in the script of the page', () => {
    expect(inScript('Задруга „Љубав“', 'sr-Latn')).toBe('Zadruga „Ljubav“');
    expect(inScript('Zadruga „Ljubav“', 'sr-Cyrl')).toBe('Задруга „Љубав“');
    expect(inScript('Задруга', 'en')).toBe('Zadruga');
    expect(inScript('Women’s cooperative', 'en')).toBe('Women’s cooperative');
    expect(inScript('⟦GIZ⟧ zadruga', 'sr-Latn')).toBe('GIZ zadruga');
  });

  it('takes away the marks alone', () => {
    expect(withoutMarks('a ⟦Čačak⟧ b')).toBe('a Čačak b');
  });
});
