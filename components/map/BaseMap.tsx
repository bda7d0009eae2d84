/** @jsxImportSource @/lib/html */
import base from '@/lib/geo/base-map.json';
import { toFrame } from '@/lib/geo/frame';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { NEIGHBOURS } from '@/lib/map/neighbours';
import type { KosovoStyle } from '@/lib/map/settings';
import { inScript } from '@/lib/serbian';

interface BaseMapProps {
  locale: Locale;
  kosovo: KosovoStyle;
  /** Codes of the districts that are chosen. */
  chosen: ReadonlySet<string>;
}

const HATCH = 'map-hatch';

/** The shapes stand in a file of their own, which a browser keeps: they are more than all else on a record's page. */
const LINES = `/map/lines.${base.version}.svg`;

/** Land, borders and the neighbours' names of the server-drawn map. Its paths are in tenths of the frame's unit. */
export function BaseMap({ locale, kosovo, chosen }: BaseMapProps) {
  const isHatched = kosovo.line === 'dashed';
  return (
    <>
      {isHatched && <HatchPattern id={HATCH} />}
      <g transform="scale(0.1)">
        <use className="border" href={`${LINES}#neighbours`} />
        <path className={`apart ${kosovo.line}`} d={base.apart} fill={isHatched ? `url(#${HATCH})` : undefined} />
        {base.districts.map(({ code, nameSr, nameEn }) => (
          <use key={code} className={chosen.has(code) ? 'land on' : 'land'} href={`${LINES}#d${code}`}>
            <title>{locale === 'en' ? nameEn : inScript(nameSr, locale)}</title>
          </use>
        ))}
        <use className="outline" href={`${LINES}#outline`} />
        {kosovo.line !== 'none' && <path className={`apart-line ${kosovo.line}`} d={base.shared + base.apartOutline} />}
        {kosovo.line === 'none' && <path className="outline" d={base.apartOutline} />}
      </g>
      <NeighbourNames locale={locale} kosovo={kosovo} />
    </>
  );
}

/** The hatch of the area that the source draws apart; `fill="url(#id)"` uses it. */
function HatchPattern({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="70" height="70" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="hatch-ground" d="M0 0h70v70H0z" />
        <path className="hatch-line" d="M0 0h22v70H0z" />
      </pattern>
    </defs>
  );
}

function NeighbourNames({ locale, kosovo }: { locale: Locale; kosovo: KosovoStyle }) {
  const t = words(locale, 'Map');
  return NEIGHBOURS.map(({ name, lat, lng, anchor }) => {
    const { x, y } = toFrame({ lat, lng });
    return (
      <text key={name} className="nb" x={x.toFixed(0)} y={y.toFixed(0)} textAnchor={anchor}>
        {name === 'apart' ? kosovo.label : t(`neighbours.${name}`)}
      </text>
    );
  });
}
