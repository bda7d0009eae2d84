import type { FileKind, RefusalCode, RenditionFormat } from '../fields';

/** One file that the cleaner wrote into its folder. */
export interface CleanFile {
  /** Name within the folder, e.g. `w960.avif`. */
  file: string;
  /** `original`, `w480` …, or `document`. */
  name: string;
  format: RenditionFormat | 'png' | 'pdf';
  width: number | null;
  height: number | null;
}

/** What the cleaner says of one file of a stranger. */
export type CleanOutcome =
  | {
      ok: true;
      kind: FileKind;
      files: CleanFile[];
      pages: number | null;
      /** Where the photo says that it was taken, degrees WGS84; null when it does not. */
      place: { lat: number; lng: number } | null;
    }
  | { ok: false; code: RefusalCode };

/** Thrown where the reason is certain; everything else that goes wrong with a file means that it is broken. */
export class Refused extends Error {
  override name = 'Refused';
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(code);
    this.code = code;
  }
}
