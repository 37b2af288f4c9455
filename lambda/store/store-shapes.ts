import type { DateMention } from '../model/date-mention.ts';
import type { Day, Hour, Instant } from '../model/instant.ts';
import type { ComingDate, Item, ItemSummary } from '../model/item.ts';
import type { SpeakerKind } from '../model/speaker.ts';
import type { Statement } from '../model/statement.ts';

/** A record of a list with its place there: give `position` back as `after` to go on behind it. */
export interface Positioned<T> {
  position: string;
  record: T;
  /** The item that a statement is of, in the same revision, where the list came by way of it. */
  item?: ItemSummary;
}

/** A stretch of a list by `sortAt`: `from` inclusive, `to` exclusive, going on behind the position `after`. */
export interface TimelineRange {
  from?: Instant | undefined;
  to?: Instant | undefined;
  after?: string | undefined;
}

/** What the known-check needs to tell *new*, *changed* and *unchanged* apart, without the item's texts. */
export type KnownItem = Pick<
  Item,
  | 'id'
  | 'feedHash'
  | 'contentHash'
  | 'revision'
  | 'edition'
  | 'revisionsThatDay'
  | 'storedAt'
  | 'changedAt'
  | 'sortAt'
  | 'duplicateOf'
  | 'storyId'
  | 'fullText'
  | 'extractorVersion'
  | 'expiresAt'
  | 'correctedAt'
>;

/** What a save gives its edition to. */
export type WithoutEdition<T> = Omit<T, 'edition'>;

/** An item with all that belongs to it: one unit of writing. */
export interface ItemBundle {
  item: WithoutEdition<Item>;
  /** All dates that the text mentions; they are kept with the text. */
  dates: DateMention[];
  /** Those of them that lie after publication, one record each. */
  comingDates: WithoutEdition<ComingDate>[];
  statements: WithoutEdition<Statement>[];
  /** The revision this one replaces; `null` for a new item. */
  previous: KnownItem | null;
}

/** What a feed's last document held, as fingerprints: twelve hexadecimal digits each. So an expired item is not stored again. */
export interface FeedEntries {
  /** Of the ids that were stored. */
  stored: string[];
  /** Of id and feedHash of the entries that were rejected. */
  rejected: string[];
  /** Of id and feedHash of those that are stored just so: nothing needs to be read to know that they are unchanged. */
  settled: string[];
}

/** One edition of an item: what its statements, text and dates are found by. */
export interface ItemEdition {
  itemId: string;
  edition: string;
}

/** One speaker as one item shows it; recording it twice changes nothing. */
export interface SpeakerObservation {
  id: string;
  name: string;
  kind: SpeakerKind;
  aliases: string[];
  role: string | null;
  /** The item's `sortAt`. */
  seenAt: Instant;
}

/** What is searched for: all words (or their beginnings, and words of phrases), by one of these speakers, of this feed, in this stretch. */
export interface SearchQuery extends TimelineRange {
  words: readonly string[];
  speakerIds?: string[] | undefined;
  feedId?: string | undefined;
}

/** What a word index finds. */
export interface SearchResult<T> {
  /** Newest first; records that may be meant, and have to be looked at: the index knows no order of words. */
  list: AsyncIterable<Positioned<T>>;
  /** When the list has ended: the position behind which to go on, where it was cut for having read so much; `null` at the end. */
  stoppedAt(): string | null;
  /** Changes from this moment on are not searched yet; `null` where all are. */
  through: Instant | null;
}

/** A stored item that came, changed or went. */
export interface Change {
  itemId: string;
  revision: number;
  changedAt: Instant;
  /** The days whose counts this change touches: the item's own, and its former one where that moved. */
  days: Day[];
  /** The hours of these days that it touches. */
  hours: Hour[];
  removed: boolean;
  /** The story of an item that is gone. */
  storyId?: string;
}

/** A browser that has signed in with a key; only the sha256 of its token is stored. */
export interface Session {
  sha256: string;
  /** Of the key, with which the session ends. */
  keySha256: string;
  createdAt: Instant;
  expiresAt: Instant;
}

/** A key of the HTTP API; only its sha256 is stored. */
export interface ApiKey {
  sha256: string;
  name: string;
  scope: 'read' | 'admin';
  createdAt: Instant;
  expiresAt: Instant | null;
}
