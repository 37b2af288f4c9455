import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, brotliDecompress, brotliDecompressSync, constants } from 'node:zlib';

/** Takes half a millisecond for an article of 4 KB; 10 takes four more, to make a sixth less of it. */
const QUALITY = 5;
/** Beyond so many bits of distance nothing of an article is found again, and a larger window costs its memory each time. */
const WINDOW_BITS = { long: 18, short: 16 };
/** What is shorter is done at once: handing it to another thread and back takes three times as long as the work. */
const LONG = 64 * 1024;
const LONG_PACKED = 16 * 1024;

const compressLater = promisify(brotliCompress);
const decompressLater = promisify(brotliDecompress);

/** Markup, compressed. */
export async function packHtml(html: string): Promise<Uint8Array> {
  const isLong = html.length >= LONG;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: isLong ? WINDOW_BITS.long : WINDOW_BITS.short,
    [constants.BROTLI_PARAM_SIZE_HINT]: html.length,
  };
  // zlib answers a view of the 16 KB that it works with; a copy holds no more than it needs.
  return new Uint8Array(isLong ? await compressLater(html, { params }) : brotliCompressSync(html, { params }));
}

/** The markup as it was. Throws what zlib throws at other bytes. */
export async function unpackHtml(bytes: Uint8Array): Promise<string> {
  const unpacked = bytes.length < LONG_PACKED ? brotliDecompressSync(bytes) : await decompressLater(bytes);
  return unpacked.toString('utf8');
}
