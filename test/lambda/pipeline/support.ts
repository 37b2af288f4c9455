import type { DateMention } from '../../../lambda/model/date-mention.ts';
import type { Extraction } from '../../../lambda/model/extraction.ts';
import type { NormalisedItem } from '../../../lambda/model/item.ts';
import type { ExtractedStatement } from '../../../lambda/model/statement.ts';
import type { KnownItem } from '../../../lambda/store/store-shapes.ts';

export const NOW = '2024-05-06T12:00:00Z';

export const normalised = (changes: Partial<NormalisedItem> = {}): NormalisedItem => ({
  id: 'item-1',
  feedId: 'feed-1',
  guid: 'g1',
  url: 'https://gazette.example/ferry',
  canonicalUrl: 'https://gazette.example/ferry',
  title: 'Ferry returns',
  authors: [],
  summary: '',
  contentText:
    'OLD HARBOUR, May 5 - The ferry is back. "We never gave up," said Ada Brook. It sails again on 9 June, the council told us.',
  contentHtml: null,
  language: 'en',
  tags: [],
  enclosures: [],
  feedPublishedAt: '2024-05-05T10:00:00Z',
  publishedAtOffset: 0,
  publishedAtRaw: 'Sun, 05 May 2024 10:00:00 GMT',
  updatedAt: null,
  fetchedAt: NOW,
  feedHash: 'hash-1',
  warnings: [],
  ...changes,
});

/** A statement whose words stand at `start`. */
export const extracted = (text: string, start: number, cue = 'said'): ExtractedStatement => ({
  type: 'direct',
  text,
  start,
  end: start + text.length,
  spans: [{ start, end: start + text.length }],
  cue: { text: cue, start: 0, end: cue.length, lemma: 'say' },
  speaker: null,
  saidAt: null,
  saidAtSource: null,
  rule: 'quote-cue-speaker',
  confidence: 0.9,
});

export const mention = (text: string, within: string, from: string, to: string): DateMention => ({
  text,
  start: within.indexOf(text),
  end: within.indexOf(text) + text.length,
  value: from,
  granularity: 'day',
  from,
  to,
  role: 'scheduled',
  anchor: null,
  rule: 'day-month',
  confidence: 0.9,
});

export const extraction = (changes: Partial<Extraction> = {}): Extraction => ({
  dateline: null,
  publishedAt: '2024-05-05T10:00:00Z',
  publishedAtSource: 'feed',
  ownDay: null,
  speakers: [],
  statements: [],
  dates: [],
  ...changes,
});

export const known = (changes: Partial<KnownItem> = {}): KnownItem => ({
  id: 'item-1',
  feedHash: 'hash-0',
  contentHash: 'c',
  revision: 1,
  edition: '1-abcdefgh',
  revisionsThatDay: 1,
  storedAt: '2024-05-05T11:00:00Z',
  changedAt: '2024-05-05T11:00:00Z',
  sortAt: '2024-05-05T10:00:00Z',
  duplicateOf: null,
  fullText: 'feed',
  extractorVersion: 1,
  expiresAt: null,
  ...changes,
});
