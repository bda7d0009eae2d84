import { describe, expect, test } from 'vitest';
import { pageMetadata } from '@/lib/site/metadata';
import { RECORDS_PER_FILE, toSitemap } from '@/lib/site/sitemap';

const origin = 'https://mapa.example';

describe('what a page says of itself', () => {
  const page = { locale: 'sr-Cyrl', page: '/enterprises/[slug]', params: { slug: 'nasa-kuca' } } as const;
  const meta = pageMetadata({
    ...page,
    title: 'Наша кућа',
    description: 'Опис',
    origin,
    picture: '/og/sr-Cyrl/nasa-kuca',
  });

  test('its canonical address is its own, without a query', () => {
    expect(meta.alternates?.canonical).toBe('/cir/preduzeca/nasa-kuca');
    expect(String(meta.metadataBase)).toBe(`${origin}/`);
  });

  test('it names itself in all languages, with Serbian Latin as the default', () => {
    expect(meta.alternates?.languages).toEqual({
      'sr-Latn': '/preduzeca/nasa-kuca',
      'sr-Cyrl': '/cir/preduzeca/nasa-kuca',
      en: '/en/enterprises/nasa-kuca',
      'x-default': '/preduzeca/nasa-kuca',
    });
  });

  test('its title ends with the name of the site in its script, its picture is in its script', () => {
    expect(meta.title).toBe('Наша кућа · Солидарна мапа');
    expect(JSON.stringify(meta.openGraph)).toContain('/og/sr-Cyrl/nasa-kuca');
  });
});

describe('the sitemap', () => {
  const record = (slug: string) => ({ slug, updatedAt: new Date('2026-11-23T10:00:00Z') });

  test('has every page in every language, each with its day and its other languages', () => {
    const xml = toSitemap(origin, [record('nasa-kuca')], null) ?? '';
    for (const path of ['/', '/cir', '/en', '/preduzeca', '/en/enterprises/nasa-kuca', '/cir/preduzeca/nasa-kuca']) {
      expect(xml).toContain(`<loc>${origin}${path}</loc>`);
    }
    expect(xml).toContain(`hreflang="x-default" href="${origin}/preduzeca/nasa-kuca"`);
    expect(xml).toContain('<lastmod>2026-11-23</lastmod>');
    expect(xml).not.toContain('[slug]');
  });

  test('is a list of parts when one file would be too long, and every record is in one of them', () => {
    const records = Array.from({ length: RECORDS_PER_FILE + 1 }, (_, index) => record(`r${index}`));
    expect(toSitemap(origin, records, null)).toContain(`<loc>${origin}/sitemap.xml?part=2</loc>`);
    expect(toSitemap(origin, records, 1)).toContain(`/preduzeca/r${RECORDS_PER_FILE - 1}<`);
    expect(toSitemap(origin, records, 2)).toContain(`/preduzeca/r${RECORDS_PER_FILE}<`);
    expect(toSitemap(origin, records, 3)).toBeNull();
  });
});
