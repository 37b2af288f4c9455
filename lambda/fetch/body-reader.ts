import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { FetchError } from '../model/errors.ts';
import { LARGE_BYTES } from './settings.ts';
import { shownUrl } from './target.ts';

/** How much of a body is read. */
export interface BodyLimits {
  /** Most bytes, over the wire and of what comes out of it. */
  limit: number;
  /** Asked once before a large body is held, with its length where that is known; until it resolves nothing more is taken from the socket. */
  beforeLargeBody?: ((bytes: number | null) => Promise<void>) | undefined;
}

/** The limits of one body, and of which address it is. */
interface Reading {
  url: URL;
  limit: number;
  /** Resolves when a large body may be held, of that length where it is known. */
  admit(bytes: number | null): Promise<void>;
  isAdmitted: boolean;
}

type Decode = (bytes: Uint8Array, options: { maxOutputLength: number; finishFlush?: number }) => Promise<Uint8Array>;

const inflate: Decode = promisify(zlib.inflate);
const inflateRaw: Decode = promisify(zlib.inflateRaw);
const gunzip: Decode = promisify(zlib.gunzip);

/** "deflate" means zlib, but some servers send the bare stream: zlib's first byte has 8 in its lower half (RFC 1950). */
const inflateEither: Decode = (bytes, options) =>
  ((bytes[0] ?? 0) & 0x0f) === 8 ? inflate(bytes, options) : inflateRaw(bytes, options);

const zstd = Reflect.get(zlib, 'zstdDecompress');

const DECODERS = new Map<string, Decode>([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', inflateEither],
  ['br', promisify(zlib.brotliDecompress)],
  ...(typeof zstd === 'function' ? [['zstd', promisify(zstd)] as [string, Decode]] : []),
]);

/** What says that nothing is packed, and charsets, which some servers put in the wrong header. */
const NO_ENCODING: ReadonlySet<string> = new Set(['', 'identity', 'none', 'utf-8', 'utf8', '8bit', 'binary']);

/** What we can unpack, for the Accept-Encoding header. */
export const ACCEPTED_ENCODINGS = [...DECODERS.keys()].filter((name) => name !== 'x-gzip').join(', ');

const tooLarge = (url: URL, limit: number): FetchError =>
  new FetchError('too-large', `${shownUrl(url)} is larger than the ${limit} bytes that are read`);

/** What came of a body. */
export interface Body {
  bytes: Uint8Array;
  /** Whether it broke off before its end. */
  isCut: boolean;
}

/** The body's length as it is declared; of one that is compressed, told or not, that says nothing of what comes out of it. */
function lengthOf({ headers }: IncomingMessage, first: Uint8Array | undefined): number | null {
  const declared = Number(headers['content-length']);
  const isCompressed = headers['content-encoding'] !== undefined || (first !== undefined && isGzip(first));
  return declared > 0 && !isCompressed ? declared : null;
}

async function receive(response: IncomingMessage, { limit, url, admit }: Reading): Promise<Body> {
  const declared = Number(response.headers['content-length'] ?? 0);
  if (declared > limit) throw tooLarge(url, limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isCut = false;
  try {
    for await (const chunk of response as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > limit) throw tooLarge(url, limit);
      chunks.push(chunk);
      if (size > LARGE_BYTES || declared > LARGE_BYTES) await admit(lengthOf(response, chunks[0]));
    }
  } catch (error) {
    // What came before the connection broke may hold whole entries.
    if (!isBroken(error) || !(isPlain(Buffer.concat(chunks)) || isPacked(response, chunks[0]))) throw error;
    isCut = true;
  }
  return { bytes: Buffer.concat(chunks, size), isCut };
}

/** Whether a body that begins so is packed, as far as is told. */
function isPacked({ headers }: IncomingMessage, first: Uint8Array = new Uint8Array()): boolean {
  return first.length > 0 && (isGzip(first) || DECODERS.has(headers['content-encoding']?.trim().toLowerCase() ?? ''));
}

/** Whether the server broke off: in a chunk, or before as many bytes as it had announced. */
function isBroken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'ECONNRESET' || code.startsWith('HPE_');
}

/** Whether the bytes begin as a text does, so that they cannot be packed: with a mark, or a bracket of XML or JSON. */
function isPlain(bytes: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*[<{]/.test(Buffer.from(bytes.subarray(0, 100)).toString('latin1'));
}

const isGzip = ([first, second, third]: Uint8Array): boolean => first === 0x1f && second === 0x8b && third === 0x08;

/** For a stream that breaks off: what can be unpacked of it is, where the format allows it. */
function partial(encoding: string): { finishFlush?: number } {
  if (encoding === 'zstd') return {};
  return { finishFlush: encoding === 'br' ? zlib.constants.BROTLI_OPERATION_FLUSH : zlib.constants.Z_SYNC_FLUSH };
}

async function unpack(body: Body, encoding: string, reading: Reading): Promise<Uint8Array> {
  const { url, limit, admit, isAdmitted } = reading;
  const { bytes, isCut } = body;
  // Some servers announce what they, or a proxy behind them, then do not do.
  if (isPlain(bytes)) return bytes;
  const decode = DECODERS.get(encoding);
  if (!decode)
    throw new FetchError('decompress', `${shownUrl(url)} is packed as "${encoding.slice(0, 40)}", which is not known`);
  const most = isAdmitted ? limit : Math.min(limit, LARGE_BYTES);
  try {
    return await decode(bytes, { maxOutputLength: most, ...(isCut ? partial(encoding) : {}) });
  } catch (error) {
    if (error instanceof RangeError && most < limit) {
      await admit(null);
      return unpack(body, encoding, reading);
    }
    if (error instanceof RangeError) throw tooLarge(url, limit);
    if (!isCut && error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR') {
      body.isCut = true;
      return unpack(body, encoding, reading);
    }
    throw new FetchError('decompress', `${shownUrl(url)} cannot be unpacked as ${encoding}`, { cause: error });
  }
}

/**
 * The unpacked body, as far as it came; neither what comes over the wire nor what comes out of it is ever longer than `limit` bytes.
 * Throws FetchError `too-large` or `decompress`; errors of the socket pass through.
 */
export async function readBody(
  response: IncomingMessage,
  url: URL,
  { limit, beforeLargeBody }: BodyLimits,
): Promise<Body> {
  const reading: Reading = {
    url,
    limit,
    isAdmitted: beforeLargeBody === undefined,
    async admit(bytes) {
      if (!reading.isAdmitted) await beforeLargeBody?.(bytes);
      reading.isAdmitted = true;
    },
  };
  const body = await receive(response, reading);
  const encodings = (response.headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  for (const encoding of encodings.reverse().slice(0, 4)) {
    if (NO_ENCODING.has(encoding) || body.bytes.length === 0) continue;
    body.bytes = await unpack(body, encoding, reading);
  }
  // Files that lie there packed are often sent without a word.
  if (isGzip(body.bytes)) body.bytes = await unpack(body, 'gzip', reading);
  return body;
}
