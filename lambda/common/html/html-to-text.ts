import { CELL_ELEMENTS, LINE_ELEMENTS, PARAGRAPH_ELEMENTS, SILENT_ELEMENTS } from './elements.ts';
import { scanHtml } from './scan-html.ts';

const SPACE = /\s+/gu;

/** What parts the next word from the last one; the greatest wish wins. */
const GAPS = ['', ' ', '\n', '\n\n'] as const;
const WORD = 1;
const LINE = 2;
const PARAGRAPH = 3;

/**
 * The text that a reader of the HTML sees: every word, entities decoded, other white space folded into one space, `\n` for
 * `<br>`, list items and table rows, `\n\n` between paragraphs, quotation marks for `<q>`. Time grows with the length alone, however deep elements nest.
 */
export function htmlToText(html: string): string {
  const parts: string[] = [];
  let gap = 0;
  let lines = 0;
  let silent: string | null = null;
  const part = (wish: number): void => {
    if (wish > gap) gap = wish;
  };
  const block = (name: string): void => {
    if (PARAGRAPH_ELEMENTS.has(name)) part(PARAGRAPH);
    else if (LINE_ELEMENTS.has(name)) part(LINE);
    else if (CELL_ELEMENTS.has(name)) part(WORD);
  };
  const write = (text: string): void => {
    const folded = text.replace(SPACE, ' ');
    if (folded.startsWith(' ')) part(WORD);
    const words = folded.trim();
    if (words === '') return;
    if (parts.length > 0) parts.push(GAPS[gap] ?? '');
    parts.push(words);
    gap = folded.endsWith(' ') ? WORD : 0;
    lines = 0;
  };
  scanHtml(html, {
    text(text) {
      if (silent === null) write(text);
    },
    open(name) {
      if (silent !== null) return;
      if (SILENT_ELEMENTS.has(name)) silent = name;
      else if (name === 'br') {
        lines += 1;
        part(lines > 1 ? PARAGRAPH : LINE);
      } else if (name === 'q') write('“');
      else block(name);
    },
    close(name) {
      if (silent === name) silent = null;
      else if (silent === null && name === 'q') write('”');
      else if (silent === null) block(name);
    },
  });
  return parts.join('');
}
