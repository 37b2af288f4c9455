import { escapeHtml } from '../../common/html/escape-html.ts';
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
  #plain = '';
  #markup: string | null = null;
  #children: Map<string, string> | null = null;
  #childStart = 0;

  constructor(element: Element, rule: FieldRule) {
    this.element = element;
    this.rule = rule;
  }

  text(text: string): void {
    this.#plain += text;
    if (this.#markup !== null) this.#markup += this.#textIsMarkup ? text : escapeHtml(text);
  }

  /** An element opens inside; `level` is 1 for the captured element's own children. */
  open({ expanded: { name }, attributes, base }: Element, level: number): void {
    if (level === 1) this.#childStart = this.#plain.length;
    this.#markup ??= this.#textIsMarkup ? this.#plain : escapeHtml(this.#plain);
    this.#markup += `<${name}`;
    for (const [attribute, value] of attributes) {
      if (attribute.startsWith('xmlns') || attribute.startsWith('xml:')) continue;
      this.#markup += ` ${attribute}="${escapeHtml(LINKS.has(attribute) ? base.resolve(value) : value)}"`;
    }
    this.#markup += '>';
  }

  close({ expanded: { name } }: Element, level: number): void {
    if (!VOID.has(name) && this.#markup !== null) this.#markup += `</${name}>`;
    if (level !== 1) return;
    this.#children ??= new Map();
    if (!this.#children.has(name)) this.#children.set(name, this.#plain.slice(this.#childStart).trim());
  }

  get plain(): string {
    return this.#plain;
  }

  /** The inline markup; `null` where no element stands inside. */
  get markup(): string | null {
    return this.#markup;
  }

  /** The text of the first of the element's own children of that name; `''` where it has none. */
  child(name: string): string {
    return this.#children?.get(name) ?? '';
  }

  /** Atom's `type="html"` and Atom 0.3's `mode="escaped"`: the text itself is HTML, even beside stray elements. */
  get #textIsMarkup(): boolean {
    return this.element.attributes.get('type') === 'html' || this.element.attributes.get('mode') === 'escaped';
  }
}
