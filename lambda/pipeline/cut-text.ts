import type { NormalisedItem } from '../model/item.ts';
import type { Warning } from '../model/warning.ts';

/** A record holds 400 KB: so much of it is for the text, and so much for the summary. */
const MOST_BYTES = { contentText: 250 * 1024, summary: 20 * 1024 };
/** In characters. */
const MOST_READ = 200_000;
const LONGEST_PARAGRAPH = 10_000;

/** The item with a text and a summary that fit into a record, of which so much is read for statements and dates; warnings say how long they were. */
export function cutText(item: NormalisedItem): NormalisedItem {
  const texts = (['contentText', 'summary'] as const).map((field) => cut(item[field], field));
  const [contentText, summary] = texts.map(({ text }) => text) as [string, string];
  const warnings = [...texts.flatMap(({ warning }) => warning), ...readInPart(contentText)];
  return warnings.length === 0 ? item : withWarnings({ ...item, contentText, summary }, warnings);
}

/** The item with these warnings first, for lists show the first ones only; each code once, however often the item is read again. */
export function withWarnings(item: NormalisedItem, warnings: Warning[]): NormalisedItem {
  if (warnings.length === 0) return item;
  const key = ({ code, place }: Warning) => `${code} ${place}`;
  const fresh = new Set(warnings.map(key));
  return { ...item, warnings: [...warnings, ...item.warnings.filter((one) => !fresh.has(key(one)))] };
}

/** The beginning of a text that is read for statements and dates: to the end of a paragraph where there is one near. */
export function readablePart(text: string): string {
  if (text.length <= MOST_READ) return text;
  const line = text.lastIndexOf('\n', MOST_READ);
  const end = line > MOST_READ - LONGEST_PARAGRAPH ? line : MOST_READ;
  return text.slice(0, /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end);
}

function readInPart(text: string): Warning[] {
  const read = readablePart(text).length;
  if (read === text.length) return [];
  const message = `contentText has ${text.length} characters; statements and dates are those of the first ${read}`;
  return [{ code: 'text-read-in-part', message, place: 'contentText' }];
}

function cut(text: string, field: keyof typeof MOST_BYTES): { text: string; warning: Warning[] } {
  const most = MOST_BYTES[field];
  const bytes = Buffer.from(text);
  if (bytes.length <= most) return { text, warning: [] };
  // In stream mode the decoder holds back a character that is cut in its middle.
  const kept = new TextDecoder().decode(bytes.subarray(0, most), { stream: true });
  const message = `${field} has ${bytes.length} bytes, and is cut to the first ${most}`;
  return { text: kept, warning: [{ code: 'text-cut', message, place: field }] };
}
