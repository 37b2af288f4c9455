import { decodeHTMLStrict } from 'entities/decode';
import { cleanCharacters } from '../../common/html/clean-characters.ts';
import type { Warnings } from '../warnings.ts';

const BARE_AMPERSAND = /&(?!#\d{1,7};|#x[0-9a-f]{1,6};|[a-z][a-z0-9._-]{0,63};)/i;
const LEFT_OVER = /&[a-z][a-z0-9]{0,31};/i;
const REFERENCE = /&([a-z_][a-z0-9._-]{0,63});/gi;
const DECLARATION = /!ENTITY\s+([A-Za-z_][A-Za-z0-9._-]{0,63})\s+(?:"([^"<%]{0,500})"|'([^'<%]{0,500})')/;
/** A reference within a declared text to anything but a character. */
const NESTED = /&(?!#|(?:amp|lt|gt|quot|apos);)/;
const MAXIMUM_DECLARED = 200;
/** Characters that all references to declared entities of a document may become: names and phrases, never a bomb. */
const MAXIMUM_EXPANDED = 100_000;

/**
 * Decodes the entities of one document: characters, XML's and HTML's names, and names that its DOCTYPE gives a plain text.
 * Entities that hold other entities or lie elsewhere stay as they stand, as do those beyond 100,000 characters in all.
 */
export class EntityDecoder {
  readonly #warnings: Warnings;
  readonly #declared = new Map<string, string>();
  #left = MAXIMUM_EXPANDED;

  constructor(warnings: Warnings) {
    this.#warnings = warnings;
  }

  /** Learns what a declaration such as `!ENTITY desk "News desk"` says; the first of a name counts (XML 1.0, 4.2). */
  declare(declaration: string): void {
    const [, name, double, single] = DECLARATION.exec(declaration) ?? [];
    const text = double ?? single;
    if (name === undefined || text === undefined || NESTED.test(text)) return;
    if (this.#declared.size < MAXIMUM_DECLARED && !this.#declared.has(name)) this.#declared.set(name, text);
  }

  /** The text without entities; `place` is where it stands, for the warnings. */
  decode(text: string, place: number): string {
    if (!text.includes('&')) return text;
    if (!this.#warnings.has('bare-ampersand') && BARE_AMPERSAND.test(text)) {
      this.#warnings.add('bare-ampersand', 'an ampersand stands unescaped', `character ${place}`);
    }
    const expanded = decodeHTMLStrict(this.#declared.size > 0 ? this.#expand(text) : text);
    // A reference may stand for a character that the document itself must not hold.
    const decoded = text.includes('&#') ? cleanCharacters(expanded) : expanded;
    // An escaped ampersand may leave such a text rightly, so both sides are looked at.
    if (decoded.includes('&') && LEFT_OVER.test(decoded) && !/&amp;|&#38;|&#x26;/i.test(text)) {
      this.#warnings.add(
        'unknown-entity',
        'an entity that nothing declares was left as it stands',
        `character ${place}`,
      );
    }
    return decoded;
  }

  #expand(text: string): string {
    return text.replace(REFERENCE, (reference, name: string) => {
      const declared = this.#declared.get(name);
      if (declared === undefined || declared.length > this.#left) return reference;
      this.#left -= declared.length;
      return declared;
    });
  }
}
