import type { Warning } from '../model/warning.ts';

/** Entries after these are left out: no feed that people read has more. */
export const MAXIMUM_ENTRIES = 10_000;

/** Collects what a parse repaired: each code once, with the place where it was met first. */
export class Warnings {
  readonly list: Warning[] = [];
  readonly #codes = new Set<string>();

  has(code: string): boolean {
    return this.#codes.has(code);
  }

  add(code: string, message: string, place?: string): void {
    if (this.#codes.has(code)) return;
    this.#codes.add(code);
    this.list.push(place === undefined ? { code, message } : { code, message, place });
  }
}
