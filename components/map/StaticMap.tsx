/** @jsxImportSource @/lib/html */
import base from '@/lib/geo/base-map.json';
import { FRAME, toFrame } from '@/lib/geo/frame';
import { placeNames, type Rect } from '@/lib/geo/labels';
import { drawMarker } from '@/lib/geo/pile';
import { formatCount } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import type { StaticMarker } from '@/lib/map/present';
import type { KosovoStyle } from '@/lib/map/settings';
import { inScript } from '@/lib/serbian';
import { BaseMap } from './BaseMap';
import { MarkerShape } from './MarkerShape';

interface StaticMapProps {
  locale: Locale;
  /** From north to south; each is a link. */
  markers: readonly StaticMarker[];
  kosovo: KosovoStyle;
  /** Codes of the districts to fill. */
  chosen?: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();
const FRAME_RECT: Rect = { left: 0, top: 0, right: FRAME.width, bottom: FRAME.height };

/** The attributes of the map's `<svg>`; `label` says to screen readers what it shows. */
export function frameOfMap(label: string) {
  // A group, because an image would hide the links in it.
  return {
    className: 'geo',
    viewBox: `0 0 ${FRAME.width} ${FRAME.height}`,
    role: 'group',
    'aria-label': label,
  } as const;
}

/**
 * A map of Serbia drawn on the server: works without JavaScript and asks nothing of any other server. Used as it is
 * on the home and record pages, and by the directory until the live map is there. It is the content of an `<svg>` with
 * the attributes of `frameOfMap`, and needs the page's sprite of marks.
 */
export function StaticMap({ locale, markers, kosovo, chosen = NONE }: StaticMapProps) {
  // A selected marker stands over the others.
  const ordered = [...markers.filter(({ selected }) => !selected), ...markers.filter(({ selected }) => selected)];
  return (
    <>
      <BaseMap locale={locale} kosovo={kosovo} chosen={chosen} />
      <TownNames locale={locale} markers={markers} />
      {ordered.map((marker) => (
        <Marker key={`${marker.lat},${marker.lng}`} locale={locale} marker={marker} />
      ))}
    </>
  );
}

function Marker({ locale, marker }: { locale: Locale; marker: StaticMarker }) {
  const { x, y } = toFrame(marker);
  const { count, mark, coarse, selected, label, href } = marker;
  const text = formatCount(locale, count);
  const shape = <MarkerShape text={text} count={count} mark={mark} coarse={coarse} selected={selected} />;
  const transform = `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
  if (href === null) {
    return (
      // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: `g` is no interactive element
      <g transform={transform} role="img" aria-label={label}>
        {shape}
      </g>
    );
  }
  return (
    <g transform={transform}>
      <a href={href} aria-label={label}>
        <title>{label}</title>
        {shape}
      </a>
    </g>
  );
}

/** The biggest settlements; a name gives way to a marker. */
function TownNames({ locale, markers }: { locale: Locale; markers: readonly StaticMarker[] }) {
  const towns = base.towns.map(({ name, lat, lng }) => ({ text: inScript(name, locale), at: toFrame({ lat, lng }) }));
  const placed = placeNames(towns, markers.map(roomOf), FRAME_RECT);
  return placed.map(({ index, x, y, anchor, dot }) => {
    const town = towns[index];
    if (!town) return null;
    return (
      <g key={town.text} className="town">
        {dot && <circle cx={town.at.x.toFixed(1)} cy={town.at.y.toFixed(1)} r="2" />}
        <text className="city" x={x.toFixed(0)} y={y.toFixed(0)} textAnchor={anchor}>
          {town.text}
        </text>
      </g>
    );
  });
}

/** What a marker covers. */
function roomOf(marker: StaticMarker): Rect {
  const { x, y } = toFrame(marker);
  const { front, behind, ring } = drawMarker(marker.count, marker.coarse, marker.selected);
  const first = ring ?? front;
  const last = behind[0] ?? first;
  return { left: x + first.x, top: y + first.y, right: x + last.x + last.side, bottom: y + last.y + last.side };
}
