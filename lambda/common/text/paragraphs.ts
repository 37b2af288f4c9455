import type { Span } from '../../model/span.ts';

const BREAK = /\r\n|[\n\r\u2028\u2029]/g;
const ENDS = /[.!?:"”’»)\]]\s*$/;
const LABEL = /^\s*[\p{Lu}][^\n:]{0,60}:/u;

/**
 * Paragraphs as spans without surrounding space. A blank line always parts two; a single line break does
 * where the line before it is complete or the line after it names a speaker ("MODERATOR: …"), and otherwise is only a wrap.
 */
export function splitParagraphs(text: string): Span[] {
  const lines: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(BREAK)) {
    lines.push({ start: from, end: match.index });
    from = match.index + match[0].length;
  }
  lines.push({ start: from, end: text.length });
  const paragraphs: Span[] = [];
  let open: Span | null = null;
  for (const line of lines) {
    const words = text.slice(line.start, line.end);
    const lead = words.length - words.trimStart().length;
    const end = line.start + words.trimEnd().length;
    if (lead === words.length) {
      open = null;
      continue;
    }
    if (open !== null && !ENDS.test(text.slice(open.end - 1, open.end)) && !LABEL.test(words)) open.end = end;
    else {
      open = { start: line.start + lead, end };
      paragraphs.push(open);
    }
  }
  return paragraphs;
}
