import type { IncomingMessage, ServerResponse } from 'node:http';
import zlib from 'node:zlib';
import compression from 'compression';
import { STREAM_BROTLI_QUALITY, STREAM_BROTLI_WINDOW, STREAM_GZIP_LEVEL } from './encodings';

const middleware = compression({
  level: STREAM_GZIP_LEVEL,
  threshold: 1_024,
  brotli: {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: STREAM_BROTLI_QUALITY,
      [zlib.constants.BROTLI_PARAM_LGWIN]: STREAM_BROTLI_WINDOW,
    },
  },
});

/**
 * Makes a response compress what is written to it, piece by piece, when its type is worth it and nobody has
 * compressed it yet. The levels are cheap ones: this happens while the visitor waits.
 */
export function compressAnswer(req: IncomingMessage, res: ServerResponse): void {
  // The package is typed for Express, but uses only what Node's own request and response have.
  middleware(req as never, res as never, () => {});
}
