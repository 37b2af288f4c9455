import { slug } from '../lambda/common/fold.ts';
import { hashId, sha256 } from '../lambda/common/hash.ts';
import { EXTRACTOR_VERSION } from '../lambda/model/extraction.ts';
import { toInstant } from '../lambda/model/instant.ts';
import type { Item } from '../lambda/model/item.ts';
import type { Statement } from '../lambda/model/statement.ts';
import type { ItemBundle, WithoutEdition } from '../lambda/store/store-shapes.ts';

/** The archive ends here; it spans a year. */
export const ARCHIVE_END = Date.parse('2026-10-01T00:00:00Z');
const YEAR = 365 * 86_400_000;
const STATEMENTS_AN_ITEM = 2.5;
const FEEDS = 60;
const SPEAKERS = 3_000;
const WORDS = 30_000;
const SYLLABLES = [
  'ba',
  'ce',
  'di',
  'fo',
  'gu',
  'ha',
  'je',
  'ki',
  'lo',
  'mu',
  'na',
  'pe',
  'ri',
  'so',
  'tu',
  'va',
  'we',
  'xi',
  'yo',
  'zu',
];

/** Numbers below 1, always the same ones (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The word of that rank: the lower the rank, the more frequent. */
export function inventedWord(rank: number): string {
  let rest = rank * 7 + 3;
  let word = '';
  do {
    word += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  } while (rest > 0);
  return `${word}${'nrst'[rank % 4]}`;
}

const feedId = (number: number): string => `feed-${number}`;
export const speakerName = (number: number): string =>
  `${capital(inventedWord(number % 97))} ${capital(inventedWord(200 + number))}`;
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Ids of the feeds of the archive. */
export const ARCHIVE_FEEDS = Array.from({ length: FEEDS }, (_, number) => feedId(number));

/** Articles of a year with about so many statements in all, oldest first; words and speakers are as unevenly frequent as in news. */
export function* inventedArchive(statements: number): Generator<ItemBundle> {
  const random = randomNumbers(20_260_101);
  const items = Math.round(statements / STATEMENTS_AN_ITEM);
  const uneven = (count: number): number => Math.floor(count ** random()) - 1;
  const words = (count: number): string => Array.from({ length: count }, () => inventedWord(uneven(WORDS))).join(' ');
  for (let number = 0; number < items; number++) {
    const published = ARCHIVE_END - YEAR + Math.floor((YEAR * number) / items);
    const count = [1, 2, 2, 3, 4, 3][number % 6] ?? 2;
    const texts = Array.from({ length: count }, () => words(25));
    const item = itemOf(number, published, words(8), texts, Math.floor(random() * FEEDS));
    yield {
      item,
      dates: [],
      comingDates: [],
      statements: texts.map((text, index) => statementOf(item, text, index, uneven(SPEAKERS))),
      previous: null,
    };
  }
}

function itemOf(number: number, published: number, title: string, texts: string[], feed: number): WithoutEdition<Item> {
  const contentText = texts.map((text) => `${capital(text)}.`).join('\n');
  const url = `https://archive.example/articles/${number}`;
  const [publishedAt, storedAt] = [toInstant(published), toInstant(published + 600_000)];
  return {
    id: hashId('archive', String(number)),
    feedId: feedId(feed),
    guid: url,
    url,
    canonicalUrl: url,
    title,
    authors: [],
    summary: contentText.slice(0, 200),
    contentText,
    contentHtml: null,
    language: 'en',
    tags: [],
    enclosures: [],
    publishedAt,
    publishedAtSource: 'feed',
    publishedAtOffset: 0,
    publishedAtRaw: publishedAt,
    updatedAt: null,
    fetchedAt: storedAt,
    storedAt,
    changedAt: storedAt,
    sortAt: publishedAt,
    feedHash: sha256('feed', contentText),
    contentHash: sha256(contentText),
    revision: 1,
    revisionsThatDay: 1,
    dateline: null,
    duplicateOf: null,
    fullText: 'feed',
    extractorVersion: EXTRACTOR_VERSION,
    statementCount: texts.length,
    expiresAt: null,
    warnings: [],
  };
}

function statementOf(
  item: WithoutEdition<Item>,
  text: string,
  index: number,
  speaker: number,
): WithoutEdition<Statement> {
  const start = item.contentText.indexOf(capital(text));
  const end = start + text.length;
  const name = speakerName(speaker);
  return {
    id: hashId(item.id, String(index)),
    itemId: item.id,
    feedId: item.feedId,
    url: item.url,
    sortAt: item.sortAt,
    language: 'en',
    type: index % 2 === 0 ? 'direct' : 'indirect',
    text,
    start,
    end,
    spans: [{ start, end }],
    cue: { text: 'said', start: end, end: end + 4, lemma: 'say' },
    speaker:
      index === 3
        ? null
        : {
            id: slug(name),
            name,
            role: ['minister', 'harbour master', null][speaker % 3] ?? null,
            affiliation: null,
            kind: 'person',
            mention: { text: name, start: end + 5, end: end + 5 + name.length },
            resolution: 'explicit',
          },
    saidAt: null,
    saidAtSource: null,
    rule: 'invented',
    confidence: 0.9,
  };
}
