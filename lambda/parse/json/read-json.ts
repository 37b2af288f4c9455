import JSON5 from 'json5';
import { FeedParseError } from '../../model/errors.ts';
import type { Warnings } from '../warnings.ts';

const NAMES: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const CLOSERS: Record<string, string> = { '{': '}', '[': ']' };
/** Raw characters that JSON wants escaped, quotation marks, backslashes and brackets: whatever decides where a string or a value ends. */
const SIGNS = /[\p{Cc}\u2028\u2029"\\{}[\]]/gu;
/** Separators of lines, of which json5 writes a line to the console each. */
const SEPARATORS: Record<string, string> = { '\u2028': '\\u2028', '\u2029': '\\u2029' };
/** The list of items stands in the feed's own object. */
const ITEM_DEPTH = 2;

/**
 * The text with raw control characters in its strings escaped, without what follows its end, and, where it breaks off, closed behind the last
 * object of a list of its own that is whole. Linear: one look at each sign.
 */
function prepared(json: string): { text: string; isCut: boolean } {
  const parts: string[] = [];
  const open: string[] = [];
  let done = 0;
  let inString = false;
  let whole: string[] | null = null;
  let wholeParts = 0;
  SIGNS.lastIndex = 0;
  for (let found = SIGNS.exec(json); found !== null; found = SIGNS.exec(json)) {
    const [sign] = found;
    const at = found.index;
    const separator = SEPARATORS[sign];
    if (separator !== undefined) {
      parts.push(json.slice(done, at), inString ? separator : ' ');
      done = at + 1;
    } else if (sign === '"') inString = !inString;
    else if (inString) {
      if (sign === '\\') SIGNS.lastIndex = at + (SEPARATORS[json[at + 1] ?? ''] === undefined ? 2 : 1);
      else if (sign < ' ') {
        parts.push(json.slice(done, at), NAMES[sign] ?? '');
        done = at + 1;
      }
    } else if (sign === '{' || sign === '[') open.push(sign);
    else if (sign === '}' || sign === ']') {
      open.pop();
      if (open.length === ITEM_DEPTH || open.length === 0) {
        parts.push(json.slice(done, at + 1));
        done = at + 1;
        whole = [...open];
        wholeParts = parts.length;
      }
      if (open.length === 0) return { text: parts.join(''), isCut: false };
    }
  }
  if (whole === null) return { text: json, isCut: false };
  const closers = whole.reverse().map((bracket) => CLOSERS[bracket] ?? '');
  return { text: parts.slice(0, wholeParts).join('') + closers.join(''), isCut: true };
}

/**
 * What a JSON text says. Text that is no JSON is repaired and read by json5: it takes trailing commas, comments, single quotation marks and bare
 * names, in linear time (jsonrepair takes seconds for 100 KB of stray quotation marks, and jsonc-parser no raw line breaks in strings).
 * Throws FeedParseError `malformed`.
 */
export function readJson(json: string, warnings: Warnings): unknown {
  const text = json.replace(/^\uFEFF+/, '');
  try {
    return JSON.parse(text);
  } catch (error) {
    const { text: repaired, isCut } = prepared(text);
    try {
      const value: unknown = JSON5.parse(repaired.replace(/[\u2028\u2029]/g, ' '));
      warnings.add(
        'json-repaired',
        `the feed is no JSON as it stands (${String(error).slice(0, 150)}) and was repaired`,
      );
      if (isCut) warnings.add('truncated', 'the feed breaks off before its end');
      return value;
    } catch {
      throw new FeedParseError('malformed', 'the feed looks like JSON and is none', error);
    }
  }
}
