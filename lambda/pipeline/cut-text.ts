import type { NormalisedItem } from '../model/item.ts';
import type { Warning } from '../model/warning.ts';

/** A record holds 400 KB: so much of it is for the text, and so much for the summary. */
const MOST_BYTES = { contentText: 250 * 1024, summary: 20 * 1024 };

/** The item with a text and a summary that fit into a record; warnings say how long they were. */
export function cutText(item: NormalisedItem): NormalisedItem {
  const texts = (['contentText', 'summary'] as const).map((field) => cut(item[field], field));
  const [contentText, summary] = texts.map(({ text }) => text) as [string, string];
  const warnings = texts.flatMap(({ warning }) => warning);
  return warnings.length === 0 ? item : { ...item, contentText, summary, warnings: [...warnings, ...item.warnings] };
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
