import { CLOSED_ELEMENTS, IMPLIED_ENDS, RUNNING_ELEMENTS } from './page-elements.ts';

/** Deeper elements lose their tags, never their text: readers of trees take time that grows with the depth. */
export const DEEPEST = 64;

/** An element that is not closed yet. */
export interface OpenElement {
  name: string;
  /** Its opening tag in the pruned page; `''` where only its content is kept. */
  opening: string;
  closing: string;
  /** Whether it and all in it are left out. */
  silent: boolean;
  /** Whether a reader of the page doesn't see it, or only finds the way by it. */
  unseen: boolean;
}

/** Who hears of what happens to elements. */
export interface TagStackHandler {
  /** An element ended; `depth` is the place that it had in the stack. */
  ended(element: OpenElement, depth: number): void;
  /** A block was too deep to be kept: it begins or ends here. */
  flattened(): void;
}

/** The open elements of tag soup, never more than 64, with the end tags that HTML leaves out. */
export class TagStack {
  readonly elements: OpenElement[] = [];
  /** How many elements of a name were too deep to be kept and are not closed yet. */
  readonly #tooDeep = new Map<string, number>();
  readonly #handler: TagStackHandler;

  constructor(handler: TagStackHandler) {
    this.#handler = handler;
  }

  /** The element that what comes now stands in. */
  get innermost(): OpenElement | undefined {
    return this.elements.at(-1);
  }

  /** Adds an element; `endImplied` comes first. */
  open(element: OpenElement): void {
    if (this.elements.length < DEEPEST) {
      this.elements.push(element);
      return;
    }
    this.#tooDeep.set(element.name, (this.#tooDeep.get(element.name) ?? 0) + 1);
    this.#flatten(element.name);
  }

  /** Ends the innermost element of that name with all in it; an end tag that fits nothing does nothing. */
  close(name: string): void {
    const tooDeep = this.#tooDeep.get(name) ?? 0;
    if (tooDeep > 0) {
      this.#tooDeep.set(name, tooDeep - 1);
      this.#flatten(name);
      return;
    }
    const running = RUNNING_ELEMENTS.has(name);
    for (let depth = this.elements.length - 1; depth >= 0; depth -= 1) {
      const open = this.elements[depth]?.name ?? '';
      if (open === name) {
        this.#endFrom(depth);
        return;
      }
      if (running && !RUNNING_ELEMENTS.has(open)) return;
      if (CLOSED_ELEMENTS.has(open) && !/^t/.test(name)) return;
    }
  }

  /** Ends all that is open. */
  end(): void {
    this.#endFrom(0);
  }

  #flatten(name: string): void {
    if (!RUNNING_ELEMENTS.has(name)) this.#handler.flattened();
  }

  /** Ends what the opening tag of an element with that name ends. */
  endImplied(name: string): void {
    const rule = IMPLIED_ENDS.get(name);
    if (rule) {
      let outermost = -1;
      for (let depth = this.elements.length - 1; depth >= 0; depth -= 1) {
        const open = this.elements[depth]?.name ?? '';
        if (rule.within.has(open)) break;
        if (rule.ends.has(open)) outermost = depth;
      }
      if (outermost >= 0) this.#endFrom(outermost);
    }
    if (RUNNING_ELEMENTS.has(name)) return;
    // A block ends the paragraph that it stands in, and what runs in that.
    for (let depth = this.elements.length - 1; depth >= 0; depth -= 1) {
      const open = this.elements[depth]?.name ?? '';
      if (open === 'p') this.#endFrom(depth);
      if (!RUNNING_ELEMENTS.has(open)) return;
    }
  }

  #endFrom(depth: number): void {
    while (this.elements.length > depth) {
      const element = this.elements.pop();
      if (element) this.#handler.ended(element, this.elements.length);
    }
  }
}
