import { describe, expect, it } from 'vitest';
import { MapCredits } from '@/components/map/MapCredits';
import { MapPicture } from '@/components/map/MapPicture';
import type { Locale } from '@/lib/i18n/locales';
import type { StaticMarker } from '@/lib/map/present';
import type { KosovoStyle } from '@/lib/map/settings';
import type { StreetLayer } from '@/lib/map/streets';

const tile: StaticMarker = {
  lat: 44.80401,
  lng: 20.46513,
  count: 1,
  mark: 'work',
  coarse: false,
  label: 'Naša kuća, Beograd',
  href: '/preduzeca/nasa-kuca',
  selected: false,
};
const pile: StaticMarker = {
  ...tile,
  lat: 43.3,
  lng: 21.9,
  count: 12,
  mark: null,
  label: '12 preduzeća, Nišavski okrug',
  href: '/x',
};

function draw(markers: StaticMarker[], kosovo: Partial<KosovoStyle> = {}, locale: Locale = 'sr-Latn'): string {
  const settings = { kosovo: { line: 'dashed', label: 'Kosovo*', ...kosovo } as KosovoStyle, tiles: null };
  return MapPicture({ locale, label: 'Mapa', markers, settings }).toString();
}
function credits(tiles: StreetLayer): string {
  const kosovo = { line: 'dashed', label: 'Kosovo' } as const;
  return MapCredits({ locale: 'sr-Latn', settings: { kosovo, tiles } }).toString();
}
const count = (html: string, part: string) => html.split(part).length - 1;

describe('the map that the server draws', () => {
  it('links each marker by its name, so that it works without JavaScript', () => {
    const html = draw([tile, pile]);
    expect(html).toContain('<a href="/preduzeca/nasa-kuca" aria-label="Naša kuća, Beograd">');
    expect(html).toContain('<use href="#m-work"/>');
    expect(html).toMatch(/12 preduzeća, Nišavski okrug.*>12<\/text>/);
  });

  it('has no style attribute, which the content security policy would drop', () => {
    expect(draw([tile, pile])).not.toContain('style=');
  });

  it('draws a dashed square around a record of which only the municipality is known', () => {
    expect(count(draw([tile]), 'class="ring"')).toBe(0);
    expect(count(draw([{ ...tile, coarse: true }]), 'class="ring"')).toBe(1);
  });

  it('draws a selected record in the selected colour, over the others and without a link to itself', () => {
    const html = draw([{ ...tile, selected: true, href: null }, pile]);
    expect(html).toContain('class="mk sel"');
    expect(html.indexOf('mk sel')).toBeGreaterThan(html.indexOf('mk stack'));
    expect(html).not.toContain('/preduzeca/nasa-kuca');
  });

  it('writes names in the script shown, and gives the mark the room of a name', () => {
    expect(draw([], {}, 'sr-Cyrl')).toContain('>Београд</text>');
    expect(draw([], {}, 'sr-Cyrl')).toContain('<title>Златиборски округ</title>');
    expect(draw([], {}, 'en')).toContain('<title>Zlatibor District</title>');
    const crowded = Array.from({ length: 9 }, (_, i) => ({ ...pile, lat: 44.805, lng: 19.8 + i * 0.2 }));
    expect(draw(crowded)).not.toContain('>Beograd</text>');
  });

  it('names its sources', () => {
    expect(draw([])).toMatch(/Natural Earth.*GeoNames/);
  });

  it('names whom the streets come from, as text and not as HTML', () => {
    expect(credits({ kind: 'pictures', url: '/{z}/{x}/{y}', attribution: '© Somebody <img src=x>' })).toContain(
      'Ulice: © Somebody &lt;img src=x&gt;.',
    );
    expect(credits({ kind: 'file', url: '/map/streets.pmtiles', attribution: '© OpenStreetMap' })).toContain(
      '<a href="https://www.openstreetmap.org/copyright">Ulice: © OpenStreetMap.</a>',
    );
    expect(draw([])).not.toContain('Ulice');
  });
});

describe('the area that the source draws apart', () => {
  it('is hatched, with a dashed line on every side and a footnote, unless the owner says otherwise', () => {
    const html = draw([]);
    expect(html).toContain('class="apart-line dashed"');
    expect(html).toContain('fill="url(#map-hatch)"');
    expect(html).toContain('>Kosovo*</text>');
    expect(html).toContain('1244');
  });

  it('has a solid line, or none between, by the setting', () => {
    expect(draw([], { line: 'solid' })).toContain('class="apart-line solid"');
    const none = draw([], { line: 'none' });
    expect(none).not.toContain('apart-line');
    expect(none).not.toContain('map-hatch');
    expect(count(none, 'class="outline"')).toBe(2);
  });

  it('bears the name of the setting, and the footnote only where that has an asterisk', () => {
    const html = draw([], { label: 'Kosovo i Metohija' });
    expect(html).toContain('>Kosovo i Metohija</text>');
    expect(html).not.toContain('1244');
  });
});
