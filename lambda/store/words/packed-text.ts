import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { StoreError } from '../../model/errors.ts';
import { ownBytes } from '../own-bytes.ts';

/** Packed or not, so much text fits into a record of 400 KB. */
const LARGEST_TEXT = 300 * 1024;
const QUALITY = 5;

/** The text, compressed. */
export function packText(text: string): Uint8Array {
  return ownBytes(brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }));
}

/** The text again; StoreError `corrupt-record` where the data is none of packText's. */
export function unpackText(data: Uint8Array): string {
  try {
    return brotliDecompressSync(data).toString('utf8');
  } catch (error) {
    throw new StoreError('corrupt-record', 'a record of the word index can not be unpacked', error);
  }
}

/** Cuts a text between lines, so that each piece fits into a record. */
export function linePieces(text: string): string[] {
  const pieces: string[] = [];
  let lines: string[] = [];
  let size = 0;
  for (const line of text.split('\n')) {
    const bytes = Buffer.byteLength(line) + 1;
    if (size > 0 && size + bytes > LARGEST_TEXT) {
      pieces.push(lines.join('\n'));
      lines = [];
      size = 0;
    }
    lines.push(line);
    size += bytes;
  }
  return [...pieces, lines.join('\n')];
}
