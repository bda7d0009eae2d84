import { describe, expect, it } from 'vitest';
import { fingerprintOf, judgeSpam, type SpamFacts, type SpamInput } from '@/lib/abuse/spam';
import { toCyrillic } from '@/lib/serbian';
import { collected, realLikeStories } from '../../fixtures/stories/stories';

const HONEST: SpamFacts = { trapped: false, stamp: 'ok', sentBefore: 0 };
const GOOD: SpamInput = {
  title: 'Komšije su kuvale za bolnicu',
  summary: 'Za vreme vanrednog stanja kuvali smo obroke za ljude koji rade u bolnici.',
  organisationName: 'Solidarna kuhinja',
  contactEmail: 'ana@primer.example',
  whatWasDone: realLikeStories()[2] ?? '',
};
const judge = (input: Partial<SpamInput>, facts: Partial<SpamFacts> = {}) =>
  judgeSpam({ ...GOOD, ...input }, { ...HONEST, ...facts });

describe('stories', () => {
  it('that people tell pass, in both scripts and languages, and cost nothing', () => {
    const verdicts = realLikeStories().map((text) => judge({ whatWasDone: text }));
    expect(verdicts.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
    expect(verdicts.filter(({ score }) => score > 0).length / verdicts.length).toBeLessThanOrEqual(0.02);
  });

  it('of the coalition pass', () => {
    const verdicts = collected().map(({ title, summary, organisation }) =>
      judge({ title, summary, organisationName: organisation }),
    );
    expect(verdicts.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
  });

  it.each([
    ['with a link or two', { whatWasDone: `${GOOD.whatWasDone} Pisali su o nama na https://novine.example/prica i https://radio.example.` }],
    ['in capitals, in the title only', { title: 'KOMŠIJE SU KUVALE ZA BOLNICU' }],
    ['with Serbian endings on names', { whatWasDone: `${GOOD.whatWasDone} ${toCyrillic('Dogovarali smo se')} Viberом и Zoomом.` }],
    ['of a casino whose workers sewed masks', { whatWasDone: `Radnice zatvorenog kazina šile su maske. ${GOOD.whatWasDone}` }],
    ['in Hungarian', { summary: 'A járvány idején minden nap főztünk az időseknek, akik nem hagyhatták el otthonukat.', whatWasDone: 'A szomszédok összefogtak, és hetente háromszor meleg ételt vittek azoknak, akik egyedül éltek a faluban. Az önkéntesek kerékpárral jártak házról házra, a boltos pedig kedvezményt adott minden vásárlásra. Sokan azóta is barátok, és ma is együtt főznek vasárnaponként.' }],
    ['with money in it', { whatWasDone: `${GOOD.whatWasDone} Donacije od 1.000.000 dinara i kredit bez kamate kupili su nam mašine. Investicija se isplatila.` }],
  ])('%s pass', (_, input) => expect(judge(input).verdict).toBe('pass')); // biome-ignore format: a table
});

describe('spam', () => {
  it.each([
    ['casino', { title: 'Najbolji online kazino', whatWasDone: 'Besplatni spinovi i bonus bez depozita čekaju vas. Rulet, poker i slot igre. Kliknite ovde: http://x.example' }],
    ['casino in Cyrillic', { title: 'Најбољи казино', whatWasDone: 'Бесплатни спинови, бонус без депозита, рулет и покер за вас.' }],
    ['casino in English', { title: 'Best online casino 2020', whatWasDone: 'Free spins, no deposit, jackpot every day. Visit our site now.' }],
    ['pills', { whatWasDone: 'Cheap viagra and cialis without prescription, canadian pharmacy, click here.' }],
    ['loans', { whatWasDone: 'Brzi krediti i keš krediti, pozajmice bez provere. Laka zarada od kuće, garantovana dobit.' }],
    ['coins', { whatWasDone: 'Invest in bitcoin and crypto trading: guaranteed profit, double your money, telegram channel.' }],
    ['many links', { whatWasDone: Array.from({ length: 9 }, (_, n) => `http://spam${n}.example/buy`).join(' ') }],
    ['a link in the title', { title: 'Pogledajte www.spam.example odmah' }],
    ['bulletin board code', { title: 'Watch [url=http://x.example]here[/url]' }],
    ['a foreign script', { title: '便宜的名牌手表和包包批发零售', summary: '我们提供最便宜的名牌手表和包包，全球免运费，欢迎订购，质量保证，七天退换货。', whatWasDone: '我们提供最便宜的名牌手表'.repeat(20) }],
    ['hidden words', { summary: 'Виаgrа и Ciаlis: најjефтиниjа купoвина', whatWasDone: 'Viаgra Ciаlis Levitrа купите oдмах' }],
    ['one word again and again', { whatWasDone: 'kupi '.repeat(200), title: 'KUPI KUPI KUPI!!!!!!' }],
    ['key words', { summary: '', whatWasDone: 'cheap shoes outlet store sale nike jordan replica discount women men running basketball sneakers boots sandals leather bags handbags watches jewelry sunglasses belts wallets hats scarves gloves jackets coats dresses shirts pants jeans shorts skirts sweaters hoodies socks underwear swimwear', title: 'Cheap jordans replica bags outlet' }],
  ])('of the kind "%s" is held at least', (_, input) => expect(judge(input).verdict).not.toBe('pass')); // biome-ignore format: a table

  it('that fell into the trap is spam, whatever it says', () =>
    expect(judge({}, { trapped: true })).toEqual({ score: 10, reasons: ['trap'], verdict: 'spam' }));

  it.each<[Partial<SpamFacts>, string, string]>([
    [{ stamp: 'tooFast' }, 'tooFast', 'hold'],
    [{ stamp: 'missing' }, 'noForm', 'pass'],
    [{ stamp: 'forged' }, 'noForm', 'pass'],
    [{ stamp: 'tooOld' }, 'oldForm', 'pass'],
    [{ sentBefore: 1 }, 'sentBefore', 'hold'],
    [{ sentBefore: 3 }, 'sentOften', 'hold'],
    [{ stamp: null }, '', 'pass'],
  ])('facts weigh by themselves: %j', (facts, reason, verdict) => {
    expect(judge({}, facts)).toMatchObject({ reasons: reason === '' ? [] : [reason], verdict });
  });

  it('is told by its reasons, which add up', () => {
    const verdict = judge(
      { title: 'Casino bonus www.x.example', contactEmail: 'a@mailinator.com' },
      { stamp: 'missing' },
    );
    expect(verdict.reasons).toEqual(['noForm', 'linkInTitle', 'adWords', 'disposableMail']);
    expect(verdict).toMatchObject({ score: 12, verdict: 'spam' });
  });

  it.each(['mailinator.com', 'MAILINATOR.com', 'sub.yopmail.com'])('a thrown away mailbox at %s counts', (host) =>
    expect(judge({ contactEmail: `x@${host}` }).reasons).toEqual(['disposableMail']),
  );
});

describe('the same text', () => {
  it('is known in the other script, in capitals and with other marks', () => {
    const print = fingerprintOf(GOOD);
    expect(fingerprintOf({ ...GOOD, title: toCyrillic(GOOD.title), whatWasDone: toCyrillic(GOOD.whatWasDone ?? '') })).toBe(print);
    expect(fingerprintOf({ ...GOOD, title: ` ${GOOD.title.toUpperCase()} !` })).toBe(print);
    expect(fingerprintOf({ ...GOOD, title: 'Nešto drugo' })).not.toBe(print);
  }); // biome-ignore format: read as a table
});
