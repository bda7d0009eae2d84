/** A street layer under the marks: pictures of another server, or a file of vector tiles that this server gives out. */
export interface StreetLayer {
  kind: 'pictures' | 'file';
  /** Of pictures with {z}, {x} and {y}. */
  url: string;
  attribution: string;
}

/** Where the file of MAP_PMTILES_FILE is found, wherever it lies on the disk. */
export const STREET_FILE_ADDRESS = '/map/streets.pmtiles';

/** Whom such a file comes from: the styles know the vector tiles of Protomaps only, which are made of this. */
export const STREET_FILE_CREDITS = '© OpenStreetMap';
