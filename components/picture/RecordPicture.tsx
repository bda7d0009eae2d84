import { COLOURS, DISPLAY, TEXT } from './look';
import { PictureFoot } from './PictureFoot';
import { PictureTile } from './PictureTile';
import { SpacedWords } from './SpacedWords';

export interface RecordPictureProps {
  name: string;
  /** Legal form and place. */
  summary: string | null;
  mark: string;
  site: { name: string; coalition: string };
}

/** The Open Graph picture of a record: its tile and its name, in the script of the page. */
export function RecordPicture({ name, summary, mark, site }: RecordPictureProps) {
  const open = mark === 'open';
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
      <div style={{ display: 'flex', flexGrow: 1, alignItems: 'center', gap: 48, padding: '0 64px' }}>
        <PictureTile
          mark={mark}
          side={240}
          ground={open ? COLOURS.quince : COLOURS.plum}
          colour={open ? COLOURS.ink : COLOURS.quince}
          edge={open ? COLOURS.ink : undefined}
        />
        <div style={{ display: 'flex', flexDirection: 'column', width: 784, gap: 20 }}>
          <div style={{ display: 'flex', fontFamily: DISPLAY }}>
            <SpacedWords text={name} size={sizeOf(name)} width={784} />
          </div>
          {summary && <div style={{ fontSize: 34, lineHeight: 1.25 }}>{summary}</div>}
        </div>
      </div>
      <PictureFoot {...site} />
    </div>
  );
}

/** A long name is set smaller, so that it stays within four lines. */
function sizeOf(name: string): number {
  if (name.length <= 24) return 96;
  if (name.length <= 48) return 76;
  return name.length <= 90 ? 58 : 44;
}
