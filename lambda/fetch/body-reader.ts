import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import * as zlib from 'node:zlib';
import { FetchError } from '../model/errors.ts';
import { shownUrl } from './target.ts';

type Decode = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

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

/** What we can unpack, for the Accept-Encoding header. */
export const ACCEPTED_ENCODINGS = [...DECODERS.keys()].filter((name) => name !== 'x-gzip').join(', ');

const tooLarge = (url: URL, limit: number): FetchError =>
  new FetchError('too-large', `${shownUrl(url)} is larger than the ${limit} bytes that are read`);

async function receive(response: IncomingMessage, limit: number, url: URL): Promise<Uint8Array> {
  if (Number(response.headers['content-length'] ?? 0) > limit) throw tooLarge(url, limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) throw tooLarge(url, limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

async function unpack(bytes: Uint8Array, encoding: string, limit: number, url: URL): Promise<Uint8Array> {
  const decode = DECODERS.get(encoding);
  if (!decode)
    throw new FetchError('decompress', `${shownUrl(url)} is packed as "${encoding.slice(0, 40)}", which is not known`);
  try {
    return await decode(bytes, { maxOutputLength: limit });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(url, limit);
    throw new FetchError('decompress', `${shownUrl(url)} cannot be unpacked as ${encoding}`, { cause: error });
  }
}

/**
 * The unpacked body; neither what comes over the wire nor what comes out of it is ever longer than `limit` bytes.
 * Throws FetchError `too-large` or `decompress`; errors of the socket pass through.
 */
export async function readBody(response: IncomingMessage, limit: number, url: URL): Promise<Uint8Array> {
  let body = await receive(response, limit, url);
  const encodings = (response.headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  for (const encoding of encodings.reverse().slice(0, 4)) {
    if (encoding === '' || encoding === 'identity' || body.length === 0) continue;
    body = await unpack(body, encoding, limit, url);
  }
  return body;
}
