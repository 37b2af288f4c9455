import { decodeHTML } from 'entities/decode';
import { type HtmlHandler, scanHtml } from '../../common/html/scan-html.ts';
import { isFeedAddress, isFeedAnchor, isFeedLink } from './feed-links.ts';

/** A `<link>` or `<a>` of a page, with the anchor's words. */
export interface PageLink {
  attributes: ReadonlyMap<string, string>;
  text: string;
}

const NAMES: ReadonlySet<string> = new Set(['link', 'base', 'a', 'img', 'meta']);
const MOST = 50;
const LONGEST_TEXT = 200;
const LONGEST_ADDRESS = 2_000;
const REFRESH = /^\s*\d*(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?["']?([^"'\s]+)/i;

/** Follows the scan of a page and keeps its links to feeds: of each sort the first 50. */
class LinkReader implements HtmlHandler {
  readonly links: PageLink[] = [];
  readonly anchors: PageLink[] = [];
  /** Anchors that are called feeds, whatever their address looks like. */
  readonly called: PageLink[] = [];
  /** Where the page sends its reader by itself. */
  refresh: string | null = null;
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
    if (name === 'a') this.#endAnchor();
  }

  /** The tag opened last has all its attributes. */
  endTag(): void {
    if (this.#tag === null) return;
    const { name, attributes } = this.#tag;
    this.#tag = null;
    const address = attributes.get('href') ?? '';
    if (name === 'base') this.base ??= address;
    else if (name === 'meta') this.#meta(attributes);
    else if (name === 'img') {
      if (this.#anchor !== null) this.#anchor.text += attributes.get('alt') ?? '';
    } else if (name === 'link' && this.links.length < MOST && isFeedLink(attributes)) {
      this.links.push({ attributes, text: '' });
    } else if (name === 'a') {
      this.#endAnchor();
      this.#anchor = { attributes, text: '' };
      if (this.anchors.length < MOST && isFeedAddress(address)) this.anchors.push(this.#anchor);
    }
  }

  #endAnchor(): void {
    const anchor = this.#anchor;
    this.#anchor = null;
    if (anchor === null || this.called.length >= MOST || isFeedAddress(anchor.attributes.get('href') ?? '')) return;
    if (isFeedAnchor(anchor.attributes, anchor.text)) this.called.push(anchor);
  }

  #meta(attributes: ReadonlyMap<string, string>): void {
    if (attributes.get('http-equiv')?.toLowerCase() !== 'refresh') return;
    this.refresh ??= REFRESH.exec(attributes.get('content')?.slice(0, LONGEST_ADDRESS) ?? '')?.[1] ?? null;
  }
}

/** The links of a page that name or look like feeds, in its order, and the address that it calls its base. */
export function readLinks(html: string): Pick<LinkReader, 'links' | 'anchors' | 'called' | 'refresh' | 'base'> {
  const reader = new LinkReader(html);
  scanHtml(html, reader);
  reader.endTag();
  return reader;
}
