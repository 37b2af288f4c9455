import { sha256 } from '../common/hash.ts';
import { statementIds } from '../common/statement-id.ts';
import { sentenceAround } from '../common/text/sentence-around.ts';
import { EXTRACTOR_VERSION, type Extraction } from '../model/extraction.ts';
import { dayOf, type Instant, sortableInstant, toInstant } from '../model/instant.ts';
import type { ComingDate, Item, NormalisedItem } from '../model/item.ts';
import type { Statement } from '../model/statement.ts';
import type { ItemBundle, KnownItem, WithoutEdition } from '../store/store-shapes.ts';

const MILLISECONDS_A_DAY = 86_400_000;

/** What decides over an item beside its own words. */
export interface BundleContext {
  now: Instant;
  /** Days that an item is kept, from when it was first stored; 0 for ever. */
  retentionDays: number;
  /** Whose text it is; the feed's by itself. */
  page?: PageState | undefined;
  /** The same text, read by other rules: no change of the feed's. */
  isReread?: boolean | undefined;
}

/** How an item stands with the page that it links to. */
export type PageState = Pick<Item, 'fullText' | 'nextTryAt' | 'pageTries' | 'fromPrivate'>;

/** What a page brings to an item is no change of the feed's, and doesn't use up its revisions of the day. */
function revisionsThatDay(known: KnownItem | null, { now, page, isReread }: BundleContext): number {
  if (known === null || dayOf(known.changedAt) !== dayOf(now)) return 1;
  const ofPage = page?.fullText === 'page' || page?.fullText === 'failed';
  return known.revisionsThatDay + (ofPage || isReread ? 0 : 1);
}

const earlier = (one: Instant, other: Instant): Instant =>
  sortableInstant(one) <= sortableInstant(other) ? one : other;

function itemOf(
  normalised: NormalisedItem,
  extraction: Extraction,
  known: KnownItem | null,
  context: BundleContext,
): WithoutEdition<Item> {
  const { now, retentionDays, page = { fullText: 'feed' } } = context;
  const { feedPublishedAt: _feedPublishedAt, ...rest } = normalised;
  const source = extraction.publishedAt === null ? null : extraction.publishedAtSource;
  const publishedAt = source === 'feed' || source === 'dateline' ? extraction.publishedAt : null;
  const storedAt = known?.storedAt ?? now;
  return {
    ...rest,
    publishedAt,
    publishedAtSource: source ?? 'fetched',
    storedAt,
    changedAt: now,
    sortAt: publishedAt === null ? storedAt : earlier(publishedAt, storedAt),
    contentHash: sha256(normalised.contentText.slice(extraction.dateline?.bodyStart ?? 0).trim()),
    revision: (known?.revision ?? 0) + 1,
    revisionsThatDay: revisionsThatDay(known, context),
    dateline: extraction.dateline,
    duplicateOf: known?.duplicateOf ?? null,
    ...(known?.storyId !== undefined && { storyId: known.storyId }),
    ...page,
    extractorVersion: EXTRACTOR_VERSION,
    statementCount: extraction.statements.length,
    expiresAt: retentionDays > 0 ? toInstant(Date.parse(storedAt) + retentionDays * MILLISECONDS_A_DAY) : null,
  };
}

function statementsOf(item: WithoutEdition<Item>, extraction: Extraction): WithoutEdition<Statement>[] {
  const nextId = statementIds(item.id);
  return extraction.statements.map((statement) => ({
    ...statement,
    id: nextId(statement),
    itemId: item.id,
    feedId: item.feedId,
    url: item.canonicalUrl ?? item.url,
    sortAt: item.sortAt,
    language: item.language,
  }));
}

function comingDatesOf(item: WithoutEdition<Item>, extraction: Extraction): WithoutEdition<ComingDate>[] {
  const published = extraction.ownDay ?? dayOf(item.publishedAt ?? item.storedAt);
  return extraction.dates
    .filter((mention) => mention.from > published)
    .map(({ text, start, end, value, granularity, from, to, role }) => ({
      itemId: item.id,
      feedId: item.feedId,
      title: item.title,
      sortAt: item.sortAt,
      date: from,
      text,
      start,
      end,
      value,
      granularity,
      from,
      to,
      role,
      context: sentenceAround(item.contentText, start, end),
    }));
}

/**
 * All records of one item: the next revision of `known`, or the first. Ids of statements come from the item, their words, the cue and
 * the count of equal ones before them, so that they survive another extraction. Dates that begin after the day of publication
 * (of storing, where that is unknown) are coming ones.
 */
export function buildBundle(
  normalised: NormalisedItem,
  extraction: Extraction,
  known: KnownItem | null,
  context: BundleContext,
): ItemBundle {
  const item = itemOf(normalised, extraction, known, context);
  return {
    item,
    dates: extraction.dates,
    comingDates: comingDatesOf(item, extraction),
    statements: statementsOf(item, extraction),
    previous: known,
  };
}
