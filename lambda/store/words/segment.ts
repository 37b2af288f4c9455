/** A record as the index knows it: its position in the list of all, its item's revision, and its tokens. */
export interface SearchDocument {
  position: string;
  revision: number;
  tokens: string[];
}

/** Where a found record stands. */
export type DocumentPlace = Pick<SearchDocument, 'position' | 'revision'>;

/** Documents in the order of their positions, and for each token the numbers of those that have it, ascending. */
export interface Segment {
  places: DocumentPlace[];
  postings: Map<string, number[]>;
}

/** Makes a segment of documents in any order. */
export function buildSegment(documents: SearchDocument[]): Segment {
  const ordered = documents.toSorted(
    (one, other) => compare(one.position, other.position) || one.revision - other.revision,
  );
  const postings = new Map<string, number[]>();
  for (const [number, { tokens }] of ordered.entries()) {
    for (const token of tokens) {
      const numbers = postings.get(token);
      if (numbers) numbers.push(number);
      else postings.set(token, [number]);
    }
  }
  const places = ordered.map(({ position, revision }) => ({ position, revision }));
  return { places, postings };
}

/** Numbers of the documents that have a token of each of the sets, ascending; a set is of all tokens that pass one test. */
export function intersect(sets: number[][]): number[] {
  const [shortest = [], ...others] = sets.toSorted((one, other) => one.length - other.length);
  return others.reduce((left, other) => {
    const wanted = new Set(other);
    return left.filter((number) => wanted.has(number));
  }, shortest);
}

/** All numbers of several lists, ascending, each once. */
export function unite(lists: number[][]): number[] {
  const [only] = lists;
  if (lists.length <= 1) return only ?? [];
  return [...new Set(lists.flat())].sort((one, other) => one - other);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
