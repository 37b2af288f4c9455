import type { OpenElement } from './tag-stack.ts';

const SPACE = /\s+/gu;
/** White space to JavaScript, nothing to a reader. */
const BYTE_ORDER_MARK = '\ufeff';

/** Pages with more elements than this are no articles, and take seconds to be read as such. */
const MOST_NODES = 10_000;
/** The same with each node counted once for every element that it stands in: 10,000 of them 25 deep. */
const MOST_NODE_DEPTHS = 250_000;
/** Nor are those with more text: a long book has as much. */
const MOST_TEXT = 1_000_000;
const MARKUP = /[&<]/g;

/** Writes well-formed HTML: an element's tags stand only where there is something in it, white space is one space. */
export class PageWriter {
  /** Elements and entities: the parser that reads what is written makes nodes of both. */
  #nodes = 0;
  #nodeDepths = 0;
  #length = 0;
  readonly #parts: string[] = [];
  /** How many of the open elements have their opening tag written. */
  #opened = 0;
  #space = false;
  #breaks = 0;

  /** Whether there is more than an article may have; nothing is written any more. */
  get full(): boolean {
    return this.#nodes > MOST_NODES || this.#nodeDepths > MOST_NODE_DEPTHS || this.#length > MOST_TEXT;
  }

  /** Text that stands in the open elements. */
  text(text: string, open: readonly OpenElement[]): void {
    const folded = text.replaceAll(BYTE_ORDER_MARK, '').replace(SPACE, ' ');
    if (folded.startsWith(' ')) this.#space = true;
    const words = folded.trim();
    if (words === '' || this.full) return;
    this.#openAll(open);
    this.#length += words.length;
    this.#parts.push(words.replace(MARKUP, (character) => this.#entity(character)));
    this.#space = folded.endsWith(' ');
    this.#breaks = 0;
  }

  /** An element without content; only those that part lines or ask for input are written. */
  empty(name: string, open: readonly OpenElement[]): void {
    if (name === 'br') this.lineBreak(open);
    else if (!this.full && (name === 'hr' || name === 'input')) {
      this.#openAll(open);
      this.#parts.push(`<${name}>`);
      this.#count();
    }
  }

  /** A line break; beyond two in a row they say nothing. */
  lineBreak(open: readonly OpenElement[]): void {
    if (this.#parts.length === 0 || this.#breaks === 2 || this.full) return;
    this.#openAll(open);
    this.#parts.push('<br>');
    this.#count();
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

  #count(): void {
    this.#nodes += 1;
    this.#nodeDepths += this.#opened;
  }

  #entity(character: string): string {
    this.#count();
    return character === '&' ? '&amp;' : '&lt;';
  }

  #openAll(open: readonly OpenElement[]): void {
    if (this.#space && this.#parts.length > 0) this.#parts.push(' ');
    this.#space = false;
    for (; this.#opened < open.length; this.#opened += 1) {
      const opening = open[this.#opened]?.opening ?? '';
      if (opening === '') continue;
      this.#count();
      this.#parts.push(opening);
    }
  }
}
