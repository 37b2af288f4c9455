import { MAXIMUM_ENTRIES, type Warnings } from './warnings.ts';

/**
 * Collects a feed's entries, of which the newest 10,000 are kept, in the feed's order: those with the latest dates, and before them what has no
 * date, from the beginning of the feed on. Never more than twice as many are held.
 */
export class NewestEntries<Entry> {
  readonly #dateOf: (entry: Entry) => string | null;
  #entries: { entry: Entry; position: number }[] = [];
  #count = 0;

  /** `dateOf` gives an entry's instant of publication; it is asked only where there are too many. */
  constructor(dateOf: (entry: Entry) => string | null) {
    this.#dateOf = dateOf;
  }

  add(entry: Entry): void {
    if (this.#entries.length >= 2 * MAXIMUM_ENTRIES) this.#prune();
    this.#entries.push({ entry, position: this.#count });
    this.#count += 1;
  }

  /** Takes the entry that was added last away again. */
  dropLast(): void {
    this.#entries.pop();
    this.#count -= 1;
  }

  get count(): number {
    return this.#count;
  }

  /** Those that are kept; tells how many are not. */
  kept(warnings: Warnings): Entry[] {
    if (this.#entries.length > MAXIMUM_ENTRIES) this.#prune();
    const left = this.#count - this.#entries.length;
    if (left > 0) {
      warnings.add(
        'too-many-entries',
        `${left} of ${this.#count} entries were left out: the newest ${MAXIMUM_ENTRIES} are kept`,
      );
    }
    return this.#entries.map(({ entry }) => entry);
  }

  #prune(): void {
    const dated = this.#entries.map((each) => ({ ...each, date: this.#dateOf(each.entry) ?? '' }));
    dated.sort((left, right) =>
      left.date === right.date ? left.position - right.position : left.date < right.date ? 1 : -1,
    );
    this.#entries = dated
      .slice(0, MAXIMUM_ENTRIES)
      .map(({ entry, position }) => ({ entry, position }))
      .sort((left, right) => left.position - right.position);
  }
}
