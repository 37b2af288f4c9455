import { fold } from '../../common/fold.ts';
import { hashPlace, shortHash } from '../../common/hash.ts';
import { type Day, dayOf, type Instant, sortableInstant } from '../../model/instant.ts';

/** Where a record stands in the table. */
export type Key = { pk: string; sk: string };

/** Kinds of records whose days are noted, so that readers visit only days that have something. */
export type DayKind = 'items' | 'statements' | 'changed' | 'mentioned';

/** What has a word index of its own. */
export type WordKind = 'statements' | 'items';

/** A day of items, statements or changes is spread over so many partitions, for an index partition takes 1,000 writes a second. */
const DAY_SHARDS = 4;
/** States of feeds are read all together every minute, and each is written with every poll. */
const STATE_SHARDS = 8;
const LAST_OFFSET = 9_999_999;
const LONGEST_PART = 200;

const digits = (value: number): string => String(Math.min(value, LAST_OFFSET)).padStart(7, '0');
const shards = (name: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${name}#${n}`);
const at = (instant: Instant, ...rest: string[]): string => [sortableInstant(instant), ...rest].join('#');

/** Names come from feeds, and a key holds 1,024 bytes: what is longer keeps its beginning and gets a hash. */
function bounded(part: string): string {
  return part.length <= LONGEST_PART ? part : `${part.slice(0, LONGEST_PART / 2)}~${shortHash(part)}`;
}

/** The first two letters, by which names are found. */
function firstTwo(token: string): string {
  return Array.from(token).slice(0, 2).join('');
}

/** Table keys of every kind of record. */
export const keys = {
  feed: (id: string): Key => ({ pk: `FEED#${bounded(id)}`, sk: 'META' }),
  feedState: (id: string): Key => ({ pk: sharded(partitions.states(), id), sk: bounded(id) }),
  /** Where earlier versions kept it. */
  earlierFeedState: (id: string): Key => ({ pk: `FEED#${bounded(id)}`, sk: 'STATE' }),
  feedEntries: (id: string, piece: number): Key => ({ pk: `FEED#${bounded(id)}`, sk: `ENTRIES#${piece}` }),
  feedEvent: (id: string, instant: Instant): Key => ({ pk: `FEED#${bounded(id)}`, sk: `LOG#${at(instant)}` }),
  /** Behind an event of that moment, which may have a row of its own. */
  briefEvents: (id: string, last: Instant): Key => ({ pk: `FEED#${bounded(id)}`, sk: `LOG#${at(last, 'ALL')}` }),
  host: (name: string): Key => ({ pk: `HOST#${bounded(name)}`, sk: 'STATE' }),
  item: (id: string): Key => ({ pk: `ITEM#${id}`, sk: 'META' }),
  itemBody: (id: string, revision: number, piece: number): Key => ({
    pk: `ITEM#${id}`,
    sk: `BODY#${digits(revision)}#${digits(piece)}`,
  }),
  change: (itemId: string, changedAt: Instant): Key => ({
    pk: sharded(partitions.changesOfDay(dayOf(changedAt)), itemId),
    sk: at(changedAt, itemId),
  }),
  /** Where earlier versions kept the last one, in gsi1 by its day. */
  earlierChange: (id: string): Key => ({ pk: `ITEM#${id}`, sk: 'CHANGE' }),
  statements: (itemId: string, revision: number, piece: number): Key => ({
    pk: `ITEM#${itemId}`,
    sk: `STMT#${digits(revision)}#ALL#${digits(piece)}`,
  }),
  said: (speakerId: string, { sortAt, itemId, revision }: SaidPlace): Key => ({
    pk: partitions.saidBy(speakerId),
    sk: at(sortAt, itemId, digits(revision)),
  }),
  comingDate: ({ date, sortAt, itemId, revision, start, value }: ComingPlace): Key => ({
    pk: partitions.mentioned(date),
    sk: `${comingPosition({ sortAt, itemId, start, value })}#${digits(revision)}`,
  }),
  /** Where earlier versions kept one, in gsi1 by its day. */
  earlierComingDate: (itemId: string, revision: number, start: number, value: string): Key => ({
    pk: `ITEM#${itemId}`,
    sk: `DATE#${digits(revision)}#${digits(start)}#${bounded(value)}`,
  }),
  correction: (itemId: string, statementId: string): Key => ({ pk: `ITEM#${itemId}`, sk: `CORR#${statementId}` }),
  speaker: (id: string): Key => ({ pk: `SPEAKER#${bounded(id)}`, sk: 'META' }),
  speakerName: (id: string, token: string): Key => ({ pk: `SPEAKER#${bounded(id)}`, sk: `NAME#${bounded(token)}` }),
  speakerMerges: (): Key => ({ pk: 'SPEAKERS', sk: 'MERGES' }),
  copy: (partition: string, storedAt: Instant, itemId: string): Key => ({ pk: partition, sk: at(storedAt, itemId) }),
  day: (kind: DayKind, day: Day): Key => ({ pk: `DAYS#${kind}`, sk: day }),
  rollup: (day: Day, subject: string): Key => ({ pk: partitions.rollupsOfSubject(subject), sk: day }),
  countedSubjects: (day: Day, list: string, shards: number, shard: number): Key => ({
    pk: partitions.rollupOfDay(day),
    sk: `~${list}#${digits(shards)}#${digits(shard)}`,
  }),
  told: (day: Day, instant: Instant, mark: string): Key => ({
    pk: partitions.toldOfDay(day),
    sk: at(instant, mark),
  }),
  openCounts: (day: Day, shards: number, shard: number): Key => ({
    pk: partitions.rollupOfDay(day),
    sk: `~open#${digits(shards)}#${digits(shard)}`,
  }),
  openDays: (): Key => ({ pk: 'ROLLUP', sk: 'OPEN' }),
  spoken: (day: Day, part: number): Key => ({ pk: partitions.spoken(), sk: `${day}#${digits(part)}` }),
  rolledThrough: (): Key => ({ pk: 'ROLLUP', sk: 'THROUGH' }),
  wordState: (): Key => ({ pk: 'ROLLUP', sk: 'WORDS' }),
  wordBatch: (kind: WordKind, start: Instant): Key => ({ pk: partitions.words(kind), sk: `BATCH#${at(start)}` }),
  openWords: (kind: WordKind, generation: string, piece: number): Key => ({
    pk: partitions.words(kind),
    sk: `OPEN#${generation}#${digits(piece)}`,
  }),
  wordPlaces: (kind: WordKind, start: Instant, piece: number): Key => ({
    pk: partitions.wordPlaces(kind),
    sk: at(start, digits(piece)),
  }),
  wordPostings: (kind: WordKind, bucket: string, start: Instant, piece: number): Key => ({
    pk: partitions.wordPostings(kind, bucket),
    sk: at(start, digits(piece)),
  }),
  apiKey: (hash: string): Key => ({ pk: `KEY#${hash}`, sk: 'META' }),
  session: (hash: string): Key => ({ pk: `SESSION#${hash}`, sk: 'META' }),
};

/** Partitions of the table and of its indexes, as they are queried. */
export const partitions = {
  feeds: (): string => 'FEEDS',
  states: (): string[] => shards('STATES', STATE_SHARDS),
  /** In gsi3; of states that earlier versions stored. */
  due: (): string[] => shards('DUE', STATE_SHARDS),
  duePages: (): string[] => shards('DUEPAGE', DAY_SHARDS),
  itemsOfFeed: (feedId: string): string => `FEED#${bounded(feedId)}`,
  itemsOfDay: (day: Day): string[] => shards(`DAY#${day}`, DAY_SHARDS),
  /** Of the table; of rows that earlier versions stored in gsi1. */
  changesOfDay: (day: Day): string[] => shards(`CHANGED#${day}`, DAY_SHARDS),
  saidBy: (speakerId: string): string => `SAID#${bounded(speakerId)}`,
  /** In gsi1; of statements that earlier versions stored. */
  statementsOfSpeaker: (id: string): string => `SPEAKER#${bounded(id)}`,
  corrections: (): string => 'CORRECTIONS',
  /** Of the table; of rows that earlier versions stored in gsi1. */
  mentioned: (day: Day): string => `MENTIONED#${day}`,
  names: (token: string): string => `NAMES#${firstTwo(token)}`,
  copiesOfUrl: (url: string): string => `URL#${shortHash(url)}`,
  copiesOfText: (contentHash: string): string => `TEXT#${shortHash(contentHash)}`,
  daysOf: (kind: DayKind): string => `DAYS#${kind}`,
  /** Lists of subjects; of earlier versions the rows of a day. */
  rollupOfDay: (day: Day): string => `ROLLUP#${day}`,
  toldOfDay: (day: Day): string => `TOLD#${day}`,
  spoken: (): string => 'SPOKEN',
  /** Of the table; of rows that earlier versions stored in gsi1. */
  rollupsOfSubject: (subject: string): string => `SUBJECT#${bounded(subject)}`,
  words: (kind: WordKind): string => `WORDS#${kind}`,
  wordPlaces: (kind: WordKind): string => `WORDS#${kind}#PLACES`,
  wordPostings: (kind: WordKind, bucket: string): string => `WORDS#${kind}#${bucket}`,
  apiKeys: (): string => 'KEYS',
};

const sharded = (names: string[], id: string): string => names[hashPlace(id, names.length)] as string;

/** Index keys; every sort key is unique in its partition, for it is also the position from which a list is read on. */
export const indexKeys = {
  feed: (id: string, title: string) => ({
    gsi1pk: partitions.feeds(),
    gsi1sk: `${bounded(fold(title))}#${bounded(id)}`,
  }),
  item: (id: string, feedId: string, sortAt: Instant) => ({
    gsi1pk: partitions.itemsOfFeed(feedId),
    gsi1sk: at(sortAt, id),
    gsi2pk: sharded(partitions.itemsOfDay(dayOf(sortAt)), id),
    gsi2sk: at(sortAt, id),
  }),
  pendingPage: (id: string, nextTryAt: Instant) => ({
    gsi3pk: sharded(partitions.duePages(), id),
    gsi3sk: at(nextTryAt, id),
  }),
  correction: (statementId: string, correctedAt: Instant) => ({
    gsi1pk: partitions.corrections(),
    gsi1sk: at(correctedAt, statementId),
  }),
  speakerName: (id: string, token: string) => ({
    gsi1pk: partitions.names(token),
    gsi1sk: `${bounded(token)}#${bounded(id)}`,
  }),
  apiKey: (hash: string, name: string) => ({ gsi1pk: partitions.apiKeys(), gsi1sk: `${bounded(name)}#${hash}` }),
};

/** Where a statement stands in lists. Offsets count down, so that a list from the newest on has each item's statements in text order. */
export function statementPosition({ sortAt, itemId, start, id }: StatementPlace): string {
  // The end of the statement's id tells statements with the same start apart.
  return at(sortAt, itemId, digits(LAST_OFFSET - start), id.slice(-8));
}

/** Where a coming date stands in the list of its day, whatever the revision. */
export function comingPosition({ sortAt, itemId, start, value }: Omit<ComingPlace, 'date' | 'revision'>): string {
  return at(sortAt, itemId, digits(start), bounded(value));
}

/** Where an item stands in lists; positions of its statements begin so. */
export function itemPosition({ sortAt, id }: { sortAt: Instant; id: string }): string {
  return at(sortAt, id);
}

/** The instant that a sort key or a position begins with. */
export function instantAt(position: string): Instant {
  return position.slice(0, position.indexOf('#')).replace('.000Z', 'Z');
}

/** The item that a position of it or of a statement of it names. */
export function itemIdAt(position: string): string {
  return position.split('#')[1] ?? '';
}

/** What a statement's position is made of. */
interface StatementPlace {
  id: string;
  itemId: string;
  sortAt: Instant;
  start: number;
}

/** The revision of an item in which somebody says something. */
export interface SaidPlace {
  sortAt: Instant;
  itemId: string;
  revision: number;
}

/** What the key of a coming date is made of. */
export interface ComingPlace {
  date: Day;
  sortAt: Instant;
  itemId: string;
  revision: number;
  start: number;
  value: string;
}
