/** Text for a page of about `bytes` of HTML: it stands there twice, as HTML and as the data for the browser. */
export function filler(bytes: number): string {
  return 'solidarna mapa '.repeat(Math.max(0, Math.round((bytes - FRAME_BYTES) / 2 / 15)));
}

/** What Next writes around an empty page. */
const FRAME_BYTES = 4_880;
