import type { Enclosure, OptionalEntryField } from '../../model/feed-document.ts';

/** The fields of which an entry, or the feed, has one value. */
export type SingleField =
  | 'title'
  | 'link'
  | 'guid'
  | 'description'
  | 'summary'
  | 'content'
  | 'language'
  | 'self'
  | 'ttl'
  | 'updatePeriod'
  | 'updateFrequency'
  | OptionalEntryField;

/** The fields that may be told several times. */
export type ListField = 'author' | 'tag' | 'published' | 'updated';

/** More values than that of one field are no news but an attack; the first are kept. */
const MAXIMUM_VALUES = 100;
/** The feed's authors and tags are those of each entry that has none. */
const LONGEST_VALUE = 1_000;

interface Ranked {
  rank: number;
  value: string;
}

/** A text, and the same with its markup where it has any; then the text itself may be left empty, except of a title. */
export interface MarkedUp {
  value: string;
  html: string | null;
}

/** What was said of one entry, or of the feed itself: of single fields the best rank, of lists everything, each value once. */
export class FeedRecord {
  readonly #enclosures = new Map<string, Enclosure>();
  readonly #single = new Map<SingleField, Ranked & MarkedUp>();
  readonly #lists = new Map<ListField, Ranked[]>();

  /** Keeps the value unless it is empty or one of a better or equal rank is there. */
  put(field: SingleField, value: string, rank: number, html: string | null = null): void {
    if (value === '' && html === null) return;
    const known = this.#single.get(field);
    if (known === undefined || rank < known.rank) this.#single.set(field, { rank, value, html });
  }

  get(field: SingleField): string | null {
    return this.#single.get(field)?.value ?? null;
  }

  /** The value of a field that may be marked up. */
  markedUp(field: SingleField): MarkedUp | null {
    return this.#single.get(field) ?? null;
  }

  add(field: ListField, given: string, rank: number): void {
    const value = given.slice(0, LONGEST_VALUE);
    if (value === '') return;
    const list = this.#lists.get(field);
    if (list === undefined) this.#lists.set(field, [{ rank, value }]);
    else if (list.length < MAXIMUM_VALUES) list.push({ rank, value });
  }

  /** The values of the best rank, in the order of the feed. */
  best(field: ListField): string[] {
    const list = this.#lists.get(field) ?? [];
    if (list.length < 2) return list.map(({ value }) => value);
    const rank = list.reduce((least, each) => Math.min(least, each.rank), Number.POSITIVE_INFINITY);
    return [...new Set(list.filter((each) => each.rank === rank).map(({ value }) => value))];
  }

  /** All values, best rank first. */
  all(field: ListField): string[] {
    const list = this.#lists.get(field) ?? [];
    if (list.length < 2) return list.map(({ value }) => value);
    return [...new Set(list.toSorted((left, right) => left.rank - right.rank).map(({ value }) => value))];
  }

  addEnclosure(enclosure: Enclosure): void {
    if (enclosure.url === '' || this.#enclosures.has(enclosure.url)) return;
    if (this.#enclosures.size < MAXIMUM_VALUES) this.#enclosures.set(enclosure.url, enclosure);
  }

  get enclosures(): Enclosure[] {
    return [...this.#enclosures.values()];
  }
}
