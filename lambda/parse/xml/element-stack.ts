import type { LinkBase } from '../../common/html/link-base.ts';
import { FeedParseError } from '../../model/errors.ts';
import { type ExpandedName, Scope } from './scope.ts';

/** An open element. */
export interface Element {
  /** As it stands in the feed, prefix included. */
  qualifiedName: string;
  /** What that name means. */
  expanded: ExpandedName;
  attributes: ReadonlyMap<string, string>;
  /** What relative links in it are relative to. */
  base: LinkBase;
  /** `xml:lang` in force; `''` where it was taken back. */
  language: string | null;
  /** The namespaces declared here or further out. */
  scope: Scope;
}

const MAXIMUM_DEPTH = 512;
/** Each entry inherits it. */
const LONGEST_LANGUAGE = 100;

/** The elements that are open at a place of the document, with what they pass on to those within; its depth is bounded. */
export class ElementStack {
  readonly #elements: Element[] = [];
  /** How often each name is open, so that a stray closing tag costs nothing. */
  readonly #open = new Map<string, number>();
  readonly #outside: Pick<Element, 'base' | 'language' | 'scope'>;

  constructor(base: LinkBase) {
    this.#outside = { base, language: null, scope: new Scope() };
  }

  get depth(): number {
    return this.#elements.length;
  }

  /** Whether one more element would be too deep. */
  get isFull(): boolean {
    return this.#elements.length >= MAXIMUM_DEPTH;
  }

  /** Opens an element; throws FeedParseError `too-deep` beyond 512 levels. */
  push(qualifiedName: string, attributes: ReadonlyMap<string, string>): Element {
    if (this.isFull) {
      throw new FeedParseError('too-deep', `the feed nests elements more than ${MAXIMUM_DEPTH} deep`);
    }
    const outer = this.#elements.at(-1) ?? this.#outside;
    const scope = attributes.size > 0 ? outer.scope.declare(attributes) : outer.scope;
    const base = attributes.get('xml:base');
    const element: Element = {
      qualifiedName,
      expanded: scope.expand(qualifiedName),
      attributes,
      base: base === undefined ? outer.base : outer.base.within(base),
      language: attributes.get('xml:lang')?.slice(0, LONGEST_LANGUAGE) ?? outer.language,
      scope,
    };
    this.#elements.push(element);
    this.#open.set(qualifiedName, (this.#open.get(qualifiedName) ?? 0) + 1);
    return element;
  }

  /** Closes the innermost element of that name with all that was left open within; answers them, innermost first. */
  close(qualifiedName: string): Element[] {
    if (!this.#open.get(qualifiedName)) return [];
    const closed: Element[] = [];
    for (;;) {
      const element = this.pop();
      if (element === undefined) return closed;
      closed.push(element);
      if (element.qualifiedName === qualifiedName) return closed;
    }
  }

  /** Closes the innermost element. */
  pop(): Element | undefined {
    const element = this.#elements.pop();
    if (element !== undefined) {
      this.#open.set(element.qualifiedName, (this.#open.get(element.qualifiedName) ?? 1) - 1);
    }
    return element;
  }
}
