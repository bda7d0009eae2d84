import { expect, test } from './support/fixtures';
import { SITES } from './support/site';

/** What section 10 of the brief names, and its neighbours. */
const BAD: Record<string, string> = {
  'a text of 10,000 signs': `q=${'zadruga '.repeat(1250)}`,
  'operators of the full-text engine': 'q=NEAR(a b) AND OR NOT * ^ : {x} -',
  'a quote that never closes': 'q="zadruga',
  'a zero byte': 'q=zad%00ruga',
  'zero-width and right-to-left marks': 'q=%E2%80%8Bzad%E2%80%8Druga%E2%80%AE',
  'half of a surrogate pair': 'q=%ED%A0%80',
  'a broken escape': 'q=%E0%A4%A',
  'a rectangle of letters': 'bbox=a,b,c,d',
  'a page of minus one': 'page=-1',
  'a page of a million millions': 'page=1000000000000',
  'an unknown filter value': 'legalForm=nonsense&district=999&verified=never',
  'an unknown order': 'sort=; DROP TABLE Enterprise',
  'a limit of a thousand millions': 'limit=1e9',
  'a made-up cursor': 'cursor=AAAA',
  'a place that is not there': 'from=Atlantida&radiusKm=-5',
  'a point outside the Earth': 'near=999,999',
  'years of letters': 'yearFrom=abc&yearTo=9e9',
  'a view that does not exist': 'view=hologram&lat=x&lng=y&zoom=z',
  'a prototype name': 'constructor=1&__proto__=2&toString=3',
  'the same parameter many times': Array.from({ length: 300 }, (_, n) => `activity=x${n}`).join('&'),
};

/** Servers may refuse an address that is too long or not an address; the rest is answered. */
const ANSWERS = [200, 400, 414, 431];

test('no input in the address of a page ends in an error of the server', async ({ request }) => {
  for (const site of SITES) {
    for (const [what, query] of Object.entries(BAD)) {
      const answer = await request.get(`${site.directory}?${query}`);
      expect(ANSWERS, `${what}: ${answer.status()}`).toContain(answer.status());
    }
  }
});

test('no input of the interface or of the suggestions ends in an error of the server', async ({ request }) => {
  for (const path of [
    '/api/v1/enterprises',
    '/api/v1/enterprises.csv',
    '/api/v1/enterprises.geojson',
    '/api/suggest',
  ]) {
    for (const [what, query] of Object.entries(BAD)) {
      const answer = await request.get(`${path}?${query}`);
      expect(ANSWERS, `${path}, ${what}: ${answer.status()}`).toContain(answer.status());
    }
  }
  for (const id of ['0', '-1', '999999999999', 'no-such-record', '..%2f..%2fetc', '%00', 'a'.repeat(3000)]) {
    const answer = await request.get(`/api/v1/enterprises/${id}`);
    expect([400, 404, 414, 431], `${id}: ${answer.status()}`).toContain(answer.status());
    for (const site of SITES) {
      const page = await request.get(`${site.directory}/${id}`);
      expect([400, 404, 414, 431], `${site.locale} ${id}: ${page.status()}`).toContain(page.status());
    }
  }
});

test('nonsense in the address shows the directory as it is without it', async ({ request }) => {
  const site = SITES[0];
  const plain = await (await request.get(site?.directory ?? '')).text();
  const heading = /<h2>.*?<\/h2>/s.exec(plain)?.[0];
  expect(heading).toBeDefined();
  for (const query of [
    'page=-1',
    'sort=nonsense',
    'bbox=a,b,c,d',
    'near=x',
    'yearFrom=abc',
    'view=hologram',
    'nonsense=1',
  ]) {
    const answer = await (await request.get(`${site?.directory}?${query}`)).text();
    expect(answer, query).toContain(heading);
  }
});
