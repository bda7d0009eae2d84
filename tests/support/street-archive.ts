/** Writes vector tiles and PMTiles archives, as small as they can be. */

interface TileFeature {
  type: 'point' | 'line' | 'area';
  properties: Record<string, string>;
  /** In tile units, of which there are 4096 across. */
  points: readonly (readonly [x: number, y: number])[];
}

const EXTENT = 4096;
const GEOMETRY = { point: 1, line: 2, area: 3 } as const;
const HEADER_BYTES = 127;
const NOT_COMPRESSED = 1;
const VECTOR_TILES = 1;

/** A Mapbox Vector Tile, version 2. */
export function vectorTile(layers: Record<string, readonly TileFeature[]>): Buffer {
  return Buffer.concat(Object.entries(layers).map(([name, features]) => bytes(3, layer(name, features))));
}

/**
 * A PMTiles archive, version 3: the same tile at every place, from zoom 0 to `maxZoom`.
 * @param tileType as its header says; anything but VECTOR_TILES is a lie
 */
export function streetArchive(tile: Buffer, maxZoom: number, tileType = VECTOR_TILES): Buffer {
  const places = (4 ** (maxZoom + 1) - 1) / 3;
  // One entry: from place 0, for all places, with its length and its offset (plus one).
  const directory = Buffer.concat([1, 0, places, tile.length, 1].map(varint));
  const metadata = Buffer.from('{}');
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PMTiles\u0003', 'latin1');
  let at = 8;
  let offset = HEADER_BYTES;
  for (const { length } of [directory, metadata, Buffer.alloc(0), tile]) {
    at = header.writeBigUInt64LE(BigInt(offset), at);
    at = header.writeBigUInt64LE(BigInt(length), at);
    offset += length;
  }
  for (const count of [places, 1, 1]) at = header.writeBigUInt64LE(BigInt(count), at);
  header.set([1, NOT_COMPRESSED, NOT_COMPRESSED, tileType, 0, maxZoom], at);
  return Buffer.concat([header, directory, metadata, tile]);
}

function layer(name: string, features: readonly TileFeature[]): Buffer {
  const pairs = features.flatMap(({ properties }) => Object.entries(properties));
  const keys = [...new Set(pairs.map(([key]) => key))];
  const values = [...new Set(pairs.map(([, value]) => value))];
  return Buffer.concat([
    number(15, 2),
    bytes(1, Buffer.from(name)),
    ...features.map(({ type, properties, points }) => {
      const tags = Object.entries(properties).flatMap(([key, value]) => [keys.indexOf(key), values.indexOf(value)]);
      return bytes(
        2,
        Buffer.concat([bytes(2, packed(tags)), number(3, GEOMETRY[type]), bytes(4, packed(commands(type, points)))]),
      );
    }),
    ...keys.map((key) => bytes(3, Buffer.from(key))),
    ...values.map((value) => bytes(4, bytes(1, Buffer.from(value)))),
    number(5, EXTENT),
  ]);
}

/** Move to the first point, draw lines to the others, close an area. */
function commands(type: TileFeature['type'], points: TileFeature['points']): number[] {
  const steps = points.map(([x, y], index) => {
    const [fromX, fromY] = points[index - 1] ?? [0, 0];
    return [zigzag(x - fromX), zigzag(y - fromY)];
  });
  const [first = [], ...others] = steps;
  const lines = others.length > 0 ? [2 | (others.length << 3), ...others.flat()] : [];
  return [1 | (1 << 3), ...first, ...lines, ...(type === 'area' ? [7 | (1 << 3)] : [])];
}

const zigzag = (value: number) => (value << 1) ^ (value >> 31);
const packed = (values: readonly number[]) => Buffer.concat(values.map(varint));
const number = (field: number, value: number) => Buffer.concat([varint(field << 3), varint(value)]);
const bytes = (field: number, content: Buffer) =>
  Buffer.concat([varint((field << 3) | 2), varint(content.length), content]);

function varint(value: number): Buffer {
  const result: number[] = [];
  let rest = value;
  while (rest > 127) {
    result.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...result, rest]);
}
