/**
 * What the writes and the bytes of a kind of record grow with. `word`: written when an article is indexed, for a kilobyte a unit. `event` and `entries`:
 * written with new items, and stored for 30 days, and once a feed. `round`: once an hour, whatever there is to count.
 */
export type GrowsWith = 'item' | 'statement' | 'word' | 'event' | 'entries' | 'poll' | 'feed' | 'round';

/** Stories and sayings are a line of their own, on top of the total. */
export const STORIES = 'stories';

/** Each kind of record in the table, with the line of the estimate that its writes belong to. */
export const RECORD_KINDS: Record<string, { line: WriteLine | typeof STORIES; growsWith: GrowsWith }> = {
  ITEM: { line: 'writes: items', growsWith: 'item' },
  BODY: { line: 'writes: texts', growsWith: 'item' },
  STMT: { line: 'writes: statements', growsWith: 'statement' },
  SPEAKER: { line: 'writes: speakers', growsWith: 'statement' },
  NAME: { line: 'writes: speakers', growsWith: 'statement' },
  MENTIONED: { line: 'writes: coming dates', growsWith: 'item' },
  COPY: { line: 'writes: copies and changes', growsWith: 'item' },
  CHANGED: { line: 'writes: copies and changes', growsWith: 'item' },
  DAYS: { line: 'writes: copies and changes', growsWith: 'item' },
  CACHED: { line: 'writes: counts', growsWith: 'item' },
  FACETS: { line: 'writes: counts', growsWith: 'item' },
  COUNT: { line: 'writes: counts', growsWith: 'item' },
  JOB: { line: 'writes: counts', growsWith: 'round' },
  WORDS: { line: 'writes: words', growsWith: 'word' },
  LOG: { line: 'writes: polls', growsWith: 'event' },
  ENTRIES: { line: 'writes: polls', growsWith: 'entries' },
  STATES: { line: 'writes: polls', growsWith: 'poll' },
  HOST: { line: 'writes: polls', growsWith: 'feed' },
  FEED: { line: 'writes: polls', growsWith: 'feed' },
  SKETCH: { line: STORIES, growsWith: 'item' },
  SAID: { line: STORIES, growsWith: 'statement' },
  STORY: { line: STORIES, growsWith: 'item' },
  SAYING: { line: STORIES, growsWith: 'statement' },
  LINKED: { line: STORIES, growsWith: 'item' },
};

/** Writes, as the estimate lists them. */
export const WRITE_LINES = [
  'writes: items',
  'writes: texts',
  'writes: statements',
  'writes: speakers',
  'writes: coming dates',
  'writes: copies and changes',
  'writes: counts',
  'writes: words',
  'writes: polls',
] as const;
export type WriteLine = (typeof WRITE_LINES)[number];

/** What a kind grows with; throws for one that nobody has told of, so that none is left out of the estimate. */
export function kindNamed(name: string): (typeof RECORD_KINDS)[string] {
  const kind = RECORD_KINDS[name];
  if (!kind) throw new Error(`records of the kind ${name} stand in no line of lib/cost/record-kinds.ts`);
  return kind;
}
