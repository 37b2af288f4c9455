import { decodeHTML } from 'entities/decode';
import { type HtmlHandler, scanHtml } from '../../common/html/scan-html.ts';
import { isFeedAddress, isFeedLink } from './feed-links.ts';

/** A `<link>` or `<a>` of a page, with the anchor's words. */
export interface PageLink {
  attributes: ReadonlyMap<string, string>;
  text: string;
}

const NAMES: ReadonlySet<string> = new Set(['link', 'base', 'a']);
const MOST = 50;
const LONGEST_TEXT = 200;

/** Follows the scan of a page and keeps its links to feeds: of each sort the first 50. */
class LinkReader implements HtmlHandler {
  readonly links: PageLink[] = [];
  readonly anchors: PageLink[] = [];
  base: string | null = null;
  readonly #html: string;
  #tag: { name: string; attributes: Map<string, string> } | null = null;
  #anchor: PageLink | null = null;

  constructor(html: string) {
    this.#html = html;
  }

  text(text: string): void {
    this.endTag();
    if (this.#anchor !== null && this.#anchor.text.length < LONGEST_TEXT) this.#anchor.text += text;
  }

  open(name: string): void {
    this.endTag();
    this.#tag = NAMES.has(name) ? { name, attributes: new Map() } : null;
  }

  attribute(name: string, start: number, end: number): void {
    this.#tag?.attributes.set(name, decodeHTML(this.#html.slice(start, end)).trim());
  }

  close(name: string): void {
    this.endTag();
    if (name === 'a') this.#anchor = null;
  }

  /** The tag opened last has all its attributes. */
  endTag(): void {
    if (this.#tag === null) return;
    const { name, attributes } = this.#tag;
    this.#tag = null;
    const address = attributes.get('href') ?? '';
    if (name === 'base') this.base ??= address;
    else if (name === 'link' && this.links.length < MOST && isFeedLink(attributes)) {
      this.links.push({ attributes, text: '' });
    } else if (name === 'a') {
      this.#anchor = { attributes, text: '' };
      if (this.anchors.length < MOST && isFeedAddress(address)) this.anchors.push(this.#anchor);
    }
  }
}

/** The links of a page that name or look like feeds, in its order, and the address that it calls its base. */
export function readLinks(html: string): Pick<LinkReader, 'links' | 'anchors' | 'base'> {
  const reader = new LinkReader(html);
  scanHtml(html, reader);
  reader.endTag();
  return reader;
}
