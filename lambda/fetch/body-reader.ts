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
  /** Asked once before a large body is held; until it resolves nothing more is taken from the socket. */
  beforeLarge?: (() => Promise<void>) | undefined;
}

/** The limits of one body, and of which address it is. */
interface Reading {
  url: URL;
  limit: number;
  /** Resolves when a large body may be held. */
  admit(): Promise<void>;
  isAdmitted: boolean;
}

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

async function receive(response: IncomingMessage, { limit, url, admit }: Reading): Promise<Uint8Array> {
  const declared = Number(response.headers['content-length'] ?? 0);
  if (declared > limit) throw tooLarge(url, limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) throw tooLarge(url, limit);
    chunks.push(chunk);
    if (size > LARGE_BYTES || declared > LARGE_BYTES) await admit();
  }
  return Buffer.concat(chunks, size);
}

async function unpack(bytes: Uint8Array, encoding: string, reading: Reading): Promise<Uint8Array> {
  const { url, limit, admit, isAdmitted } = reading;
  const decode = DECODERS.get(encoding);
  if (!decode)
    throw new FetchError('decompress', `${shownUrl(url)} is packed as "${encoding.slice(0, 40)}", which is not known`);
  const most = isAdmitted ? limit : Math.min(limit, LARGE_BYTES);
  try {
    return await decode(bytes, { maxOutputLength: most });
  } catch (error) {
    if (error instanceof RangeError && most < limit) {
      await admit();
      return unpack(bytes, encoding, reading);
    }
    if (error instanceof RangeError) throw tooLarge(url, limit);
    throw new FetchError('decompress', `${shownUrl(url)} cannot be unpacked as ${encoding}`, { cause: error });
  }
}

/**
 * The unpacked body; neither what comes over the wire nor what comes out of it is ever longer than `limit` bytes.
 * Throws FetchError `too-large` or `decompress`; errors of the socket pass through.
 */
export async function readBody(
  response: IncomingMessage,
  url: URL,
  { limit, beforeLarge }: BodyLimits,
): Promise<Uint8Array> {
  const reading: Reading = {
    url,
    limit,
    isAdmitted: beforeLarge === undefined,
    async admit() {
      if (!reading.isAdmitted) await beforeLarge?.();
      reading.isAdmitted = true;
    },
  };
  let body = await receive(response, reading);
  const encodings = (response.headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  for (const encoding of encodings.reverse().slice(0, 4)) {
    if (encoding === '' || encoding === 'identity' || body.length === 0) continue;
    body = await unpack(body, encoding, reading);
  }
  return body;
}
