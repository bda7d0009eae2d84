import { COLOURS, DISPLAY } from './look';
import { PictureTile } from './PictureTile';
import { SpacedWords } from './SpacedWords';

const TOOTH = 24;
const WIDTH = 1200;

/** The hem and the name of the site, at the foot of every picture. */
export function PictureFoot({ name, coalition }: { name: string; coalition: string }) {
  const teeth = Array.from({ length: WIDTH / TOOTH }, (_, index) => {
    const left = index * TOOTH;
    return `M${left} 0h${TOOTH}l-${TOOTH / 2} ${TOOTH / 2}z`;
  }).join('');
  const hem = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${TOOTH / 2}" fill="${COLOURS.quince}">${`<path d="${teeth}"/>`}</svg>`;
  return (
    <div
      style={{ display: 'flex', flexDirection: 'column', background: COLOURS.ink, color: COLOURS.salt, height: 116 }}
    >
      {/* biome-ignore lint/performance/noImgElement: drawn by Satori, not by a browser */}
      <img
        alt=""
        width={WIDTH}
        height={TOOTH / 2}
        src={`data:image/svg+xml;base64,${Buffer.from(hem).toString('base64')}`}
      />
      <div style={{ display: 'flex', alignItems: 'center', gap: 20, padding: '0 64px', flexGrow: 1 }}>
        <div style={{ display: 'flex', flexWrap: 'wrap', width: 64, height: 64 }}>
          <PictureTile mark="food" side={32} ground={COLOURS.plum} colour={COLOURS.quince} />
          <PictureTile mark="craft" side={32} ground={COLOURS.quince} colour={COLOURS.plum} />
          <PictureTile mark="care" side={32} ground={COLOURS.paprika} colour={COLOURS.salt} />
          <PictureTile mark="open" side={32} ground={COLOURS.ink} colour={COLOURS.salt} />
        </div>
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          <div style={{ display: 'flex', fontFamily: DISPLAY }}>
            <SpacedWords text={name} size={36} />
          </div>
          <div style={{ fontSize: 22, opacity: 0.85 }}>{coalition}</div>
        </div>
      </div>
    </div>
  );
}
