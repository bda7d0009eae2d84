import { COLOURS, DISPLAY, GROUNDS, TEXT } from './look';
import { PictureFoot } from './PictureFoot';
import { PictureTile } from './PictureTile';
import { SpacedWords } from './SpacedWords';

export interface HomePictureProps {
  poster: string;
  /** The first tiles of the cloth, 25 of them. */
  tiles: readonly { mark: string | null; ground: 1 | 2 | 3 | 4 | 5 }[];
  site: { name: string; coalition: string };
}

const SIDE = 103;

/** The Open Graph picture of the site: the poster and a corner of the cloth. */
export function HomePicture({ poster, tiles, site }: HomePictureProps) {
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        width: 1200,
        height: 630,
        background: COLOURS.quince,
        color: COLOURS.ink,
        fontFamily: TEXT,
      }}
    >
      <div style={{ display: 'flex', height: 514, alignItems: 'center', justifyContent: 'space-between' }}>
        <div style={{ display: 'flex', paddingLeft: 64, fontFamily: DISPLAY }}>
          <SpacedWords text={poster} size={76} width={490} />
        </div>
        <div style={{ display: 'flex', flexWrap: 'wrap', width: 5 * SIDE, height: 514, overflow: 'hidden' }}>
          {tiles.map(({ mark, ground }, index) => (
            <PictureTile
              // biome-ignore lint/suspicious/noArrayIndexKey: a fixed pattern
              key={index}
              mark={mark}
              side={SIDE}
              ground={GROUNDS[ground].ground}
              colour={GROUNDS[ground].mark}
            />
          ))}
        </div>
      </div>
      <PictureFoot {...site} />
    </div>
  );
}
