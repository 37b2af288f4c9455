import { LONGEST_LINK, resolveLink, resolveLinks } from './resolve-links.ts';

/** Told what was refused, by a stable code. */
export type OnRefused = (code: string, message: string) => void;

/** What resolving may still add to one document. */
interface Expansion {
  left: number;
  onRefused: OnRefused;
}

/** As much is added to a short document as it likes: real ones hold a hundred links of a hundred characters. */
const ALWAYS_ADDED = 1_000_000;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const WEB = /^https?:\/\//i;
/** A host without its scheme, as `www.paper.example/a`. */
const BARE_HOST = /^www\.[a-z0-9-]+\.[a-z0-9.-]*[a-z](?:[/?#]|$)/i;

/**
 * What relative links are relative to at a place of a document. All bases of one document share a bound on what resolving adds to it:
 * a base of 2,000 characters and a megabyte of links of one would make gigabytes.
 */
export class LinkBase {
  readonly address: string | null;
  readonly #expansion: Expansion;

  private constructor(address: string | null, expansion: Expansion) {
    this.address = address;
    this.#expansion = expansion;
  }

  /** The base of a document of so many characters; one of more than 2,000 characters is none. */
  static ofDocument(address: string | null, length: number, onRefused: OnRefused): LinkBase {
    const none = new LinkBase(null, { left: length + ALWAYS_ADDED, onRefused });
    return address === null ? none : none.within(address);
  }

  /** The base that an address makes here, as `xml:base` does; this one where it is none that can be used. */
  within(address: string): LinkBase {
    const resolved = resolveLink(address, this.address);
    if (resolved === this.address) return this;
    if (resolved.length > LONGEST_LINK) {
      this.#tooLong();
      return this;
    }
    return new LinkBase(resolved, this.#expansion);
  }

  /** The link made absolute, as `resolveLink` does; as it stands where that would add too much. */
  resolve(link: string): string {
    const resolved = resolveLink(link, this.address);
    return this.#admits(resolved.length - link.length) ? resolved : link.trim();
  }

  /** HTML with its relative links made absolute; as it stands where that would add too much. */
  resolveHtml(html: string): string {
    const resolved = resolveLinks(html, this.address, this.#expansion.left);
    if (resolved !== null && this.#admits(resolved.length - html.length)) return resolved;
    this.#admits(Number.POSITIVE_INFINITY);
    return html;
  }

  /**
   * The address that a feed gives as an entry's or its own: of http or https, of at most 2,000 characters, or still relative where no base is
   * known. `''` for all else, which is told: an address of `javascript:` or `data:` would run where it is shown.
   */
  webAddress(link: string): string {
    // As browsers read it, who would run what hides behind them.
    const given = link.replace(/[\t\n\r]/g, '').trim();
    const resolved = this.resolve(BARE_HOST.test(given) ? `http://${given}` : given);
    if (resolved === '') return '';
    if (resolved.length > LONGEST_LINK) {
      this.#tooLong();
      return '';
    }
    if (!SCHEME.test(resolved) || WEB.test(resolved)) return resolved;
    this.#expansion.onRefused('link-unusable', `“${resolved.slice(0, 100)}” is no web address`);
    return '';
  }

  #admits(added: number): boolean {
    if (added <= 0) return true;
    if (added <= this.#expansion.left) {
      this.#expansion.left -= added;
      return true;
    }
    this.#expansion.onRefused(
      'links-unresolved',
      'relative links were left as they stand: made absolute, they would outgrow the feed',
    );
    return false;
  }

  #tooLong(): void {
    this.#expansion.onRefused('link-too-long', `a link or base of more than ${LONGEST_LINK} characters was not used`);
  }
}
