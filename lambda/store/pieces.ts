import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, brotliDecompress, brotliDecompressSync, constants } from 'node:zlib';
import { StoreError } from '../model/errors.ts';
import { ownBytes } from './own-bytes.ts';
import { inPieces } from './packed.ts';

/**
 * Quality 5 takes half a millisecond for an article of 4 KB, and 10 four more; with that it becomes a sixth shorter, and of the qualities between
 * none does so. What is long, or written again and again, is not worth that time.
 */
const QUALITY = { quick: 5, dense: 10 };

/** The window: beyond 256 KB back nothing of an article is found again, and a larger one costs its memory each time; for what is short, 64 KB hold it all. */
const WINDOW_BITS = { long: 18, short: 16 };
/** What is shorter is done at once: handing it to another thread and back takes three times as long as the work. */
const LONG = 64 * 1024;
const LONG_PACKED = 16 * 1024;

const compressLater = promisify(brotliCompress);
const decompressLater = promisify(brotliDecompress);

async function compress(text: string, isDense: boolean): Promise<Uint8Array> {
  const isShort = text.length < LONG;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: isDense && isShort ? QUALITY.dense : QUALITY.quick,
    [constants.BROTLI_PARAM_LGWIN]: isShort ? WINDOW_BITS.short : WINDOW_BITS.long,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  const isQuick = isShort && !isDense;
  return ownBytes(isQuick ? brotliCompressSync(text, { params }) : await compressLater(text, { params }));
}

async function decompress(bytes: Uint8Array): Promise<Buffer> {
  return bytes.length < LONG_PACKED ? brotliDecompressSync(bytes) : decompressLater(bytes);
}

/** The value as compressed JSON, in pieces that each fit into a record; at least one. Of what is kept long and written once `isDense` makes less. */
export async function toPieces(value: unknown, { isDense = false } = {}): Promise<Uint8Array[]> {
  const text = JSON.stringify(value);
  return inPieces(await compress(text, isDense));
}

/** The value of all its pieces in order; StoreError `corrupt-record`, naming the `owner`, where they give none. */
export async function fromPieces(pieces: Uint8Array[], owner: string): Promise<unknown> {
  try {
    return JSON.parse((await decompress(Buffer.concat(pieces))).toString('utf8'));
  } catch (error) {
    throw new StoreError('corrupt-record', `the ${pieces.length} pieces of ${owner} do not make a whole`, error);
  }
}
