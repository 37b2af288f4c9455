import { createHash } from 'node:crypto';

/** sha256 of the parts in order, in hex (64 characters); parts are kept apart, so `['ab','c']` differs from `['a','bc']`. */
export function sha256(...parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest('hex');
}

/** One of so many places, from 0 on, always the same one for the same text: by the first 32 bits of its `sha256`. */
export function hashPlace(text: string, places: number): number {
  return Number.parseInt(sha256(text).slice(0, 8), 16) % places;
}

/** The first 128 bits of `sha256` in base64url (22 characters): ids that stand in many keys and links. */
export function shortHash(...parts: (string | Uint8Array)[]): string {
  return Buffer.from(sha256(...parts).slice(0, 32), 'hex').toString('base64url');
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LETTERS_AND_DIGITS = `${LETTERS}0123456789`;
const ID_LENGTH = 22;

/** An id made of the parts: 22 letters and digits, the first of them a letter, so that no spreadsheet, shell or command line takes it for anything else. */
export function hashId(...parts: (string | Uint8Array)[]): string {
  let left = BigInt(`0x${sha256(...parts).slice(0, 34)}`);
  let id = '';
  while (id.length < ID_LENGTH) {
    const alphabet = id === '' ? LETTERS : LETTERS_AND_DIGITS;
    id += alphabet[Number(left % BigInt(alphabet.length))];
    left /= BigInt(alphabet.length);
  }
  return id;
}
