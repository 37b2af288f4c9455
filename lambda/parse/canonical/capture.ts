import { escapeHtml } from '../../common/html/escape-html.ts';
import { resolveLink } from '../../common/html/resolve-links.ts';
import type { Element } from '../xml/element-stack.ts';
import type { FieldRule } from './fields.ts';

const LINKS: ReadonlySet<string> = new Set(['href', 'src', 'cite', 'poster']);
/** HTML's elements that have no end. */
export const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
);

/** All that stands within one element, in its order: the text alone, and with its inline markup where there is any. */
export class Capture {
  readonly element: Element;
  readonly rule: FieldRule;
  /** Text of the element's own children, by name, the first of each. */
  readonly children = new Map<string, string>();
  readonly #texts: string[] = [];
  #markup: string[] | null = null;
  #childStart = 0;

  constructor(element: Element, rule: FieldRule) {
    this.element = element;
    this.rule = rule;
  }

  text(text: string): void {
    this.#texts.push(text);
    this.#markup?.push(this.#textIsMarkup ? text : escapeHtml(text));
  }

  /** An element opens inside; `level` is 1 for the captured element's own children. */
  open(element: Element, level: number): void {
    if (level === 1) this.#childStart = this.#texts.length;
    this.#markup ??= [this.#textIsMarkup ? this.plain : escapeHtml(this.plain)];
    this.#markup.push(`<${element.name}`);
    for (const [name, value] of element.attributes) {
      if (name.startsWith('xmlns') || name.startsWith('xml:')) continue;
      const resolved = LINKS.has(name) ? resolveLink(value, element.base) : value;
      this.#markup.push(` ${name}="${escapeHtml(resolved)}"`);
    }
    this.#markup.push('>');
  }

  close(element: Element, level: number): void {
    if (!VOID.has(element.name)) this.#markup?.push(`</${element.name}>`);
    if (level === 1 && !this.children.has(element.name)) {
      this.children.set(element.name, this.#texts.slice(this.#childStart).join('').trim());
    }
  }

  get plain(): string {
    return this.#texts.join('');
  }

  /** The inline markup; `null` where no element stands inside. */
  get markup(): string | null {
    return this.#markup?.join('') ?? null;
  }

  /** Atom's `type="html"` and Atom 0.3's `mode="escaped"`: the text itself is HTML, even beside stray elements. */
  get #textIsMarkup(): boolean {
    return this.element.attributes.get('type') === 'html' || this.element.attributes.get('mode') === 'escaped';
  }
}
