import { decodeHTML } from 'entities/decode';
import { cleanCharacters } from './clean-characters.ts';
import { type Attribute, readTag } from './read-tag.ts';

/** What a scan meets, in order; positions are offsets into the scanned text. */
export interface HtmlHandler {
  /** Text with its entities decoded. */
  text(text: string): void;
  /** An opening tag, name in lower case. */
  open(name: string): void;
  close(name: string): void;
  /** An attribute of the tag opened last; `start` and `end` enclose the raw value, quotes left out. */
  attribute?(name: string, start: number, end: number): void;
}

/** Elements in which no tag but their own end counts (WHATWG HTML, 13.2.5); in the first two entities do. */
const RAW: ReadonlyMap<string, RegExp> = new Map(
  ['title', 'textarea', 'script', 'style', 'iframe', 'noembed', 'noframes', 'xmp'].map((name) => [
    name,
    new RegExp(`</${name}(?=[\\s/>])`, 'gi'),
  ]),
);
const DECODED: ReadonlySet<string> = new Set(['title', 'textarea']);
const CUT_TAG = /[=/"']/;
const COMMENT_END = /--!?>/g;
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** One walk through a text. A class, since texts are scanned so often that making its functions anew would show. */
class HtmlScan {
  readonly #html: string;
  readonly #handler: HtmlHandler;
  /** Where the text begins that was not given yet. */
  #from = 0;

  constructor(html: string, handler: HtmlHandler) {
    this.#html = html;
    this.#handler = handler;
  }

  run(): void {
    const html = this.#html;
    for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
      const next = html.charCodeAt(at + 1);
      if (isLetter(next)) at = this.#tag(at);
      else if (next === 0x2f && isLetter(html.charCodeAt(at + 2))) at = this.#endTag(at);
      else if (next === 0x21 || next === 0x3f || next === 0x2f) at = this.#declaration(at);
      else at += 1;
    }
    this.#textUntil(html.length);
  }

  #textUntil(end: number, decode = true): void {
    if (end <= this.#from) return;
    const text = this.#html.slice(this.#from, end);
    if (!decode || !text.includes('&')) this.#handler.text(text);
    // A reference may stand for a character that no document may hold.
    else this.#handler.text(text.includes('&#') ? cleanCharacters(decodeHTML(text)) : decodeHTML(text));
  }

  /** Goes on behind `end`; what was not given until `start` is text. */
  #skip(start: number, end: number): number {
    this.#textUntil(start);
    this.#from = end;
    return end;
  }

  #tag(start: number): number {
    const attributes: Attribute[] | null = this.#handler.attribute === undefined ? null : [];
    const { name, end } = readTag(this.#html, start + 1, attributes);
    if (end < 0) return this.#cut(start);
    this.#skip(start, end);
    this.#handler.open(name);
    for (const each of attributes ?? []) this.#handler.attribute?.(each.name, each.start, each.end);
    const last = RAW.get(name);
    return last === undefined ? end : this.#raw(name, last);
  }

  #endTag(start: number): number {
    const { name, end } = readTag(this.#html, start + 2, null);
    if (end < 0) return this.#cut(start);
    this.#skip(start, end);
    this.#handler.close(name);
    return end;
  }

  /** A tag that the text breaks off in: nothing comes after it. */
  #cut(start: number): number {
    if (CUT_TAG.test(this.#html.slice(start + 1))) this.#skip(start, this.#html.length);
    return this.#html.length;
  }

  #raw(name: string, last: RegExp): number {
    last.lastIndex = this.#from;
    const end = last.exec(this.#html)?.index ?? this.#html.length;
    this.#textUntil(end, DECODED.has(name));
    this.#from = end;
    return end;
  }

  /** Comments, declarations and whatever else begins with `<!`, `<?` or `</` says nothing; a CDATA section is text. */
  #declaration(start: number): number {
    const html = this.#html;
    if (html.startsWith('<![CDATA[', start)) {
      const end = html.indexOf(']]>', start + 9);
      this.#skip(start, start + 9);
      this.#textUntil(end < 0 ? html.length : end);
      this.#from = end < 0 ? html.length : end + 3;
      return this.#from;
    }
    if (html.startsWith('<!--', start) && !html.startsWith('<!-->', start) && !html.startsWith('<!--->', start)) {
      COMMENT_END.lastIndex = start + 4;
      const match = COMMENT_END.exec(html);
      return this.#skip(start, match === null ? html.length : match.index + match[0].length);
    }
    const end = html.indexOf('>', start);
    return this.#skip(start, end < 0 ? html.length : end + 1);
  }
}

/**
 * Walks through HTML of any quality in one linear pass, without a tree and so without a depth; it finds the same tags as
 * the HTML standard's tokenizer and jumps from one to the next, several times as fast as reading letter by letter.
 * A tag that the text breaks off in is dropped when it looks like one (`<a href="…`) and is text otherwise (`3 <x and`).
 */
export function scanHtml(html: string, handler: HtmlHandler): void {
  new HtmlScan(html, handler).run();
}
