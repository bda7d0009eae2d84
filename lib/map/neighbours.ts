/** Where the names of the neighbours stand, and that of the area drawn apart: as near as the frame of the map allows. */
export const NEIGHBOURS = [
  { name: 'hungary', lat: 46.24, lng: 19.35, anchor: 'middle' },
  { name: 'romania', lat: 45.55, lng: 21.95, anchor: 'middle' },
  { name: 'bulgaria', lat: 43.631, lng: 22.865, anchor: 'middle' },
  { name: 'croatia', lat: 45.282, lng: 18.597, anchor: 'start' },
  { name: 'bosnia', lat: 44.362, lng: 18.719, anchor: 'start' },
  { name: 'montenegro', lat: 42.733, lng: 18.851, anchor: 'start' },
  { name: 'northMacedonia', lat: 41.843, lng: 21.549, anchor: 'middle' },
  { name: 'albania', lat: 41.913, lng: 19.65, anchor: 'middle' },
  { name: 'apart', lat: 42.561, lng: 20.9, anchor: 'middle' },
] as const;

export type NeighbourName = Exclude<(typeof NEIGHBOURS)[number]['name'], 'apart'>;

/** The neighbours of which messages hold the names; the name of the area drawn apart is a setting. */
export const NEIGHBOUR_NAMES = NEIGHBOURS.map(({ name }) => name).filter((name) => name !== 'apart');
