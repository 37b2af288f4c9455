import { CELL_ELEMENTS, LINE_ELEMENTS, PARAGRAPH_ELEMENTS, SILENT_ELEMENTS } from './elements.ts';
import { hasOddSpace } from './fold-space.ts';
import { type HtmlHandler, scanHtml } from './scan-html.ts';

/** What parts the next word from the last one; the greatest wish wins. */
const GAPS = ['', ' ', '\n', '\n\n'] as const;
const WORD = 1;
const LINE = 2;
const PARAGRAPH = 3;

/** The gap that elements make around them. */
const GAP_OF_ELEMENT: ReadonlyMap<string, number> = new Map([
  ...[...CELL_ELEMENTS].map((name): [string, number] => [name, WORD]),
  ...[...LINE_ELEMENTS].map((name): [string, number] => [name, LINE]),
  ...[...PARAGRAPH_ELEMENTS].map((name): [string, number] => [name, PARAGRAPH]),
]);

/** Writes down the words that a scan meets. */
class TextWriter implements HtmlHandler {
  /** Joined at the end: a text grown piece by piece holds on to several times its size. */
  readonly #parts: string[] = [];
  #gap = 0;
  #lines = 0;
  #silent: string | null = null;

  get written(): string {
    return this.#parts.join('');
  }

  text(text: string): void {
    if (this.#silent === null) this.#write(text);
  }

  open(name: string): void {
    if (this.#silent !== null) return;
    if (SILENT_ELEMENTS.has(name)) this.#silent = name;
    else if (name === 'br') {
      this.#lines += 1;
      this.#part(this.#lines > 1 ? PARAGRAPH : LINE);
    } else if (name === 'q') this.#write('“');
    else this.#part(GAP_OF_ELEMENT.get(name) ?? 0);
  }

  close(name: string): void {
    if (this.#silent === name) this.#silent = null;
    else if (this.#silent === null && name === 'q') this.#write('”');
    else if (this.#silent === null) this.#part(GAP_OF_ELEMENT.get(name) ?? 0);
  }

  #part(gap: number): void {
    if (gap > this.#gap) this.#gap = gap;
  }

  #write(text: string): void {
    const folded = hasOddSpace(text) ? text.replace(/\s+/gu, ' ') : text;
    if (folded.startsWith(' ')) this.#part(WORD);
    const words = folded.trim();
    if (words === '') return;
    if (this.#parts.length > 0) this.#parts.push(GAPS[this.#gap] ?? '');
    this.#parts.push(words);
    this.#gap = folded.endsWith(' ') ? WORD : 0;
    this.#lines = 0;
  }
}

/**
 * The text that a reader of the HTML sees: every word, entities decoded, other white space folded into one space, `\n` for
 * `<br>`, list items and table rows, `\n\n` between paragraphs, quotation marks for `<q>`. Time grows with the length alone, however deep elements nest.
 */
export function htmlToText(html: string): string {
  const writer = new TextWriter();
  scanHtml(html, writer);
  return writer.written;
}
