import { escapeHtml } from '../../common/html/escape-html.ts';
import type { OpenElement } from './tag-stack.ts';

const SPACE = /\s+/gu;

/** Pages with more elements than this are no articles, and take seconds to be read as such. */
export const MOST_ELEMENTS = 10_000;

/** Writes well-formed HTML: an element's tags stand only where there is something in it, white space is one space. */
export class PageWriter {
  /** How many elements were written, or wanted to be. */
  elements = 0;
  readonly #parts: string[] = [];
  /** How many of the open elements have their opening tag written. */
  #opened = 0;
  #space = false;
  #breaks = 0;

  /** Text that stands in the open elements. */
  text(text: string, open: readonly OpenElement[]): void {
    const folded = text.replace(SPACE, ' ');
    if (folded.startsWith(' ')) this.#space = true;
    const words = folded.trim();
    if (words === '') return;
    this.#openAll(open);
    this.#parts.push(escapeHtml(words));
    this.#space = folded.endsWith(' ');
    this.#breaks = 0;
  }

  /** An element without content; only those that part lines or ask for input are written. */
  empty(name: string, open: readonly OpenElement[]): void {
    if (name === 'br') this.lineBreak(open);
    else if (name === 'hr' || name === 'input') {
      this.#openAll(open);
      this.#parts.push(`<${name}>`);
      this.elements += 1;
    }
  }

  /** A line break; beyond two in a row they say nothing. */
  lineBreak(open: readonly OpenElement[]): void {
    if (this.#parts.length === 0 || this.#breaks === 2) return;
    this.#openAll(open);
    this.#parts.push('<br>');
    this.elements += 1;
    this.#breaks += 1;
    this.#space = false;
  }

  /** The element that stood at this depth is over. */
  end(element: OpenElement, depth: number): void {
    if (depth >= this.#opened) return;
    if (element.closing !== '') this.#parts.push(element.closing);
    this.#opened = depth;
  }

  /** What was written, once all elements have ended. */
  html(): string {
    return this.#parts.join('');
  }

  #openAll(open: readonly OpenElement[]): void {
    if (this.#space && this.#parts.length > 0) this.#parts.push(' ');
    this.#space = false;
    for (; this.#opened < open.length; this.#opened += 1) {
      const opening = open[this.#opened]?.opening ?? '';
      if (opening === '') continue;
      this.elements += 1;
      this.#parts.push(opening);
    }
  }
}
