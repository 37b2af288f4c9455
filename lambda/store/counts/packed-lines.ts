import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { StoreError } from '../../model/errors.ts';
import { ownBytes } from '../own-bytes.ts';

/** Lines, of which none has a line break in it, as they are stored. */
export function packLines(lines: readonly string[]): Uint8Array {
  return ownBytes(deflateRawSync(lines.join('\n'), { level: 9 }));
}

/** The lines that were packed; throws StoreError `corrupt-record`, which names the `owner`. */
export function unpackLines(data: Uint8Array, owner: string): string[] {
  return unpackText(data, owner).split('\n');
}

/** The one line of a text that begins so; undefined where there is none. */
export function lineIn(text: string, start: string): string | undefined {
  const at = text.startsWith(start) ? 0 : text.indexOf(`\n${start}`) + 1;
  if (at === 0 && !text.startsWith(start)) return undefined;
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? undefined : end);
}

/** The lines that were packed, as one text; throws StoreError `corrupt-record`, which names the `owner`. */
export function unpackText(data: Uint8Array, owner: string): string {
  try {
    return inflateRawSync(data).toString('utf8');
  } catch (error) {
    throw new StoreError('corrupt-record', `${owner} cannot be unpacked`, error);
  }
}
