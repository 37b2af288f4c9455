import { resolveLink } from '../../common/html/resolve-links.ts';
import type { Attributes } from './attributes.ts';

/** What a page says of itself, as it stands. */
export interface PageHead {
  /** Of `<title>`. */
  title: string;
  /** `content` by `name`, `property` or `itemprop` in lower case; the first of a name counts. */
  metas: ReadonlyMap<string, string>;
  /** The JSON-LD scripts, raw. */
  jsonLd: readonly string[];
  canonicalUrl: string | null;
  /** Of `<html lang>`. */
  language: string | null;
  frames: number;
}

const MOST_METAS = 300;
const MOST_SCRIPTS = 20;
const MOST_SCRIPT_TEXT = 1_000_000;
const LONGEST_TITLE = 500;

/** Collects a page's metadata while its tags go by. */
export class HeadReader {
  /** What relative links stand on: the page's address, or its `<base>`. */
  base: string;
  readonly #metas = new Map<string, string>();
  readonly #jsonLd: string[] = [];
  #scriptText = 0;
  /** Whether the script read last is JSON-LD. */
  #describes = false;
  #title = '';
  #titled = false;
  #canonicalUrl: string | null = null;
  #language: string | null = null;
  #frames = 0;

  constructor(base: string) {
    this.base = base;
  }

  /** An opening tag. */
  element(name: string, attributes: Attributes): void {
    if (name === 'meta') this.#meta(attributes);
    else if (name === 'script') this.#script(attributes);
    else if (name === 'link' && attributes.get('rel')?.toLowerCase() === 'canonical') {
      this.#canonicalUrl ??= attributes.get('href') ?? null;
    } else if (name === 'html') this.#language ??= attributes.get('lang') ?? null;
    else if (name === 'base') this.base = resolveLink(attributes.get('href') ?? '', this.base) || this.base;
    else if (name === 'frame') this.#frames += 1;
  }

  /** The text of the script whose opening tag came last. */
  scriptText(text: string): void {
    if (!this.#describes || this.#jsonLd.length >= MOST_SCRIPTS) return;
    this.#scriptText += text.length;
    if (this.#scriptText <= MOST_SCRIPT_TEXT) this.#jsonLd.push(text);
  }

  /** Text of a `<title>`; only the first one is the page's. */
  titleText(text: string): void {
    if (!this.#titled) this.#title = `${this.#title}${text}`.slice(0, LONGEST_TITLE);
  }

  titleEnd(): void {
    this.#titled = true;
  }

  read(): PageHead {
    const canonical = this.#canonicalUrl === null ? null : resolveLink(this.#canonicalUrl, this.base);
    return {
      title: this.#title.replace(/\s+/gu, ' ').trim(),
      metas: this.#metas,
      jsonLd: this.#jsonLd,
      canonicalUrl: canonical !== null && /^https?:/i.test(canonical) && URL.canParse(canonical) ? canonical : null,
      language: this.#language,
      frames: this.#frames,
    };
  }

  #meta(attributes: Attributes): void {
    const content = attributes.get('content')?.trim();
    if (!content || this.#metas.size >= MOST_METAS) return;
    for (const key of ['property', 'name', 'itemprop']) {
      const name = attributes.get(key)?.toLowerCase();
      if (name && !this.#metas.has(name)) this.#metas.set(name, content);
    }
  }

  #script(attributes: Attributes): void {
    this.#describes = /^application\/ld\+json/i.test(attributes.get('type')?.trim() ?? '');
  }
}
