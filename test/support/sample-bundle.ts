import { hashId, sha256 } from '../../lambda/common/hash.ts';
import { toInstant } from '../../lambda/model/instant.ts';
import type { ComingDate, Item } from '../../lambda/model/item.ts';
import type { Statement } from '../../lambda/model/statement.ts';
import type { ItemBundle, WithoutEdition } from '../../lambda/store/store-shapes.ts';

/** What a test may say of an item; all else follows from its number. */
export interface SampleOptions {
  number?: number;
  feedId?: string;
  storedAt?: string;
  text?: string;
  statements?: number;
  comingDates?: number;
  item?: Partial<Item>;
}

const SENTENCE =
  'The ferry to Ostholm will run again from Monday, said Mira Lund of the harbour office, after the storm. ';

/** A bundle of an invented article about a ferry: text, statements, coming dates, all hanging together. */
export function sampleBundle(options: SampleOptions = {}): ItemBundle {
  const { number = 1, feedId = 'harbour-news', storedAt = '2026-03-02T09:00:00Z' } = options;
  const text = options.text ?? `Report ${number}. ${SENTENCE.repeat(3)}`;
  const url = `https://harbour.example/articles/${number}`;
  const item: WithoutEdition<Item> = {
    id: hashId(feedId, `guid-${number}`),
    feedId,
    guid: `guid-${number}`,
    url,
    canonicalUrl: url,
    title: `Ferry report ${number}`,
    authors: ['Jon Berg'],
    summary: text.slice(0, 80),
    contentText: text,
    contentHtml: `<p>${text}</p>`,
    language: 'en',
    tags: ['harbour'],
    enclosures: [],
    publishedAt: '2026-03-01T18:00:00Z',
    publishedAtSource: 'feed',
    publishedAtOffset: 0,
    publishedAtRaw: 'Sun, 01 Mar 2026 18:00:00 GMT',
    updatedAt: null,
    fetchedAt: storedAt,
    storedAt,
    changedAt: storedAt,
    sortAt: '2026-03-01T18:00:00Z',
    feedHash: sha256('feed', text),
    contentHash: sha256('content', text),
    revision: 1,
    revisionsThatDay: 1,
    dateline: null,
    duplicateOf: null,
    fullText: 'feed',
    extractorVersion: 1,
    statementCount: options.statements ?? 2,
    expiresAt: null,
    warnings: [],
    ...options.item,
  };
  return {
    item,
    dates: [],
    comingDates: Array.from({ length: options.comingDates ?? 1 }, (_, n) => sampleDate(item, n)),
    statements: Array.from({ length: options.statements ?? 2 }, (_, n) => sampleStatement(item, n)),
    previous: null,
  };
}

/** An article published, stored and changed so many hours after 1 February 2026, with three statements and two coming dates. */
export function articleAt(number: number, hours: number, options: SampleOptions = {}): ItemBundle {
  const sortAt = toInstant(Date.parse('2026-02-01T00:00:00Z') + hours * 3_600_000);
  const item = { publishedAt: sortAt, sortAt, changedAt: sortAt, ...options.item };
  return sampleBundle({ number, statements: 3, comingDates: 2, ...options, item });
}

/** The bundle that replaces it: another text, other statements. */
export function changedBundle(before: ItemBundle, changedAt: string, options: SampleOptions = {}): ItemBundle {
  const text = options.text ?? `Changed. ${before.item.contentText}`;
  const next = sampleBundle({
    ...options,
    feedId: before.item.feedId,
    text,
    item: {
      ...before.item,
      contentText: text,
      contentHtml: `<p>${text}</p>`,
      feedHash: sha256('feed', text),
      contentHash: sha256('content', text),
      revision: before.item.revision + 1,
      changedAt,
      ...options.item,
    },
  });
  return { ...next, previous: { ...before.item, edition: '' } };
}

function sampleStatement(item: WithoutEdition<Item>, n: number): WithoutEdition<Statement> {
  const start = n * 20;
  const end = start + 12;
  const name = n % 2 === 0 ? 'Mira Lund' : 'Harbour Office';
  return {
    id: hashId(item.id, String(n), item.contentText.slice(start, end)),
    itemId: item.id,
    feedId: item.feedId,
    url: item.url,
    sortAt: item.sortAt,
    language: item.language,
    type: 'indirect',
    text: item.contentText.slice(start, end),
    start,
    end,
    spans: [{ start, end }],
    cue: { text: 'said', start: end, end: end + 4, lemma: 'say' },
    speaker:
      n % 3 === 2
        ? null
        : {
            id: n % 2 === 0 ? 'mira-lund' : 'harbour-office',
            name,
            role: null,
            affiliation: null,
            kind: n % 2 === 0 ? 'person' : 'organization',
            mention: { text: name, start: end + 5, end: end + 5 + name.length },
            resolution: 'explicit',
          },
    saidAt: null,
    saidAtSource: null,
    rule: 'said-after',
    confidence: 0.9,
  };
}

function sampleDate(item: WithoutEdition<Item>, n: number): WithoutEdition<ComingDate> {
  const date = `2026-04-${String(n + 1).padStart(2, '0')}`;
  const start = n * 10;
  return {
    itemId: item.id,
    feedId: item.feedId,
    title: item.title,
    sortAt: item.sortAt,
    date,
    text: item.contentText.slice(start, start + 6),
    start,
    end: start + 6,
    value: date,
    granularity: 'day',
    from: date,
    to: `2026-04-${String(n + 2).padStart(2, '0')}`,
    role: 'scheduled',
    context: item.contentText.slice(0, 60),
  };
}
