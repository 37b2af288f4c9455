import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../lambda/common/hash.ts';
import { statementIds } from '../../../lambda/common/statement-id.ts';
import { toInstant } from '../../../lambda/model/instant.ts';
import { unpackValue } from '../../../lambda/store/packed.ts';
import { comingDateRecord } from '../../../lambda/store/records/coming-date.ts';
import { copyRecord } from '../../../lambda/store/records/copy.ts';
import { decodeSummary, itemRecord } from '../../../lambda/store/records/item.ts';
import { decodeStatements, encodeStatements } from '../../../lambda/store/records/statements.ts';
import { partitions } from '../../../lambda/store/table/keys.ts';
import { sampleBundle } from '../../support/sample-bundle.ts';

const bundle = sampleBundle({ item: { id: 'cnL2cc1ouLl5ixAZoJv6sA' } });
const { contentText: _, contentHtml: __, ...summary } = bundle.item;
const copies = [partitions.copiesOfUrl(String(summary.canonicalUrl)), partitions.copiesOfText(summary.contentHash)];

const words = fc.string({ unit: 'grapheme', maxLength: 30 });
const wordsOrNull = fc.option(words);
const instant = fc.oneof(
  fc.integer({ min: 0, max: 4_000_000_000_000 }).map(toInstant),
  fc.constantFrom('2026-03-01T18:00:00.000Z', '0000-01-01T00:00:00Z', '2026-99-99T99:99:99Z', summary.storedAt),
);
const day = fc.constantFrom('2026-04-01', '2026-02-30', '9999-12-31', '0000-01-01', '2026-99-99');
const count = fc.integer({ min: 1, max: 1000 });
const hash = fc.oneof(
  words.map((text) => sha256(text)),
  words,
);
/** Some of the fields are as they are, others are anything that their schema takes. */
const someOf = <T>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(fields as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [], noNullPrototype: true });

describe('whatever a record says, it says after it was stored too', () => {
  test('an item', () => {
    const changes = someOf({
      ...{ feedId: fc.oneof(words, fc.constant('f'.repeat(300))), guid: wordsOrNull, url: wordsOrNull },
      ...{ canonicalUrl: wordsOrNull, title: words, authors: fc.array(words), summary: words, tags: fc.array(words) },
      ...{ language: wordsOrNull, publishedAtRaw: wordsOrNull, publishedAt: fc.option(instant) },
      ...{ updatedAt: fc.option(instant), fetchedAt: instant, storedAt: instant, changedAt: instant, sortAt: instant },
      publishedAtSource: fc.constantFrom('feed', 'dateline', 'fetched'),
      ...{ feedHash: hash, contentHash: hash, extractorVersion: fc.constantFrom(1, 2, 255, 256, 257, 1000) },
      ...{ revision: count, revisionsThatDay: count, statementCount: count, duplicateOf: wordsOrNull },
      fullText: fc.constantFrom('feed', 'page', 'pending', 'failed'),
      ...{ nextTryAt: instant, pageTries: count, correctedAt: instant, expiresAt: fc.option(instant) },
      copies: fc.array(words),
    });
    fc.assert(
      fc.property(changes, fc.boolean(), (change, withTime) => {
        const item = { ...summary, copies, ...change } as Parameters<typeof itemRecord.encode>[0];
        const expiresAt = item.expiresAt?.startsWith('2026-99') ? null : item.expiresAt;
        const record = itemRecord.encode(item, withTime ? expiresAt : null);
        expect(itemRecord.decode(record)).toEqual(item);
        const { copies: ___, ...own } = item;
        expect(decodeSummary(record)).toEqual(own);
      }),
    );
  });

  test('a coming date', () => {
    const changes = someOf({
      ...{ feedId: words, title: words, sortAt: instant, date: day, text: words, start: count, end: count },
      ...{ value: words.filter((text) => !text.includes('#')), granularity: words, from: day, to: day, role: words },
      context: words,
    });
    fc.assert(
      fc.property(changes, (change) => {
        const date = { ...bundle.comingDates[0], ...change } as Parameters<typeof comingDateRecord.encode>[0];
        expect(comingDateRecord.decode(comingDateRecord.encode(date))).toEqual(date);
      }),
    );
  });

  test('a copy', () => {
    fc.assert(
      fc.property(instant, fc.option(words, { nil: undefined }), (storedAt, feedId) => {
        const row = { pk: 'URL#1', itemId: summary.id, storedAt, ...(feedId === undefined ? {} : { feedId }) };
        expect(copyRecord.decode(copyRecord.encode(row))).toEqual(row);
      }),
    );
  });

  test('the statements of an article', () => {
    const place = fc.integer({ min: 0, max: 5000 });
    const span = fc.tuple(place, place).map(([start, length]) => ({ start, end: start + length }));
    const mention = fc.tuple(span, words).map(([where, text]) => ({ ...where, text }));
    const cue = fc.tuple(mention, fc.constantFrom('say', '')).map(([where, lemma]) => ({ ...where, lemma }));
    const speaker = fc.record(
      {
        ...{
          id: wordsOrNull,
          name: fc.constantFrom('Mira Lund', 'Lund', ''),
          role: wordsOrNull,
          affiliation: wordsOrNull,
        },
        ...{ kind: fc.constantFrom('person', 'group'), mention, resolution: fc.constantFrom('explicit', 'pronoun') },
      },
      { noNullPrototype: true },
    );
    const changes = someOf({
      ...{ type: fc.constantFrom('direct', 'indirect', 'mixed'), text: words, start: place, end: place },
      spans: fc.array(span, { minLength: 1, maxLength: 3 }),
      cue: fc.option(cue),
      ...{ speaker: fc.option(speaker), saidAt: fc.option(fc.oneof(instant, day)), rule: words },
      ...{ saidAtSource: fc.constantFrom('text', null), confidence: fc.double({ min: 0, max: 1, noNaN: true }) },
    });
    fc.assert(
      fc.property(fc.array(changes, { minLength: 1, maxLength: 5 }), (all) => {
        const nextId = statementIds(summary.id);
        const statements = all.map((change, n) => {
          const one = { ...bundle.statements[n % 2], start: n, ...change } as (typeof bundle.statements)[number];
          return { ...one, id: n === 1 ? 'of-its-own' : nextId(one) };
        });
        const byStart = (one: { start: number; id: string }, other: { start: number; id: string }) =>
          one.start - other.start || (one.id.slice(-8) < other.id.slice(-8) ? -1 : 1);
        expect(decodeStatements(encodeStatements(statements, null))).toEqual(statements.toSorted(byStart));
      }),
    );
  });
});

test('an item says nothing that its keys tell, and nothing that is as it mostly is', () => {
  const { storedAt } = summary;
  const expiresAt = toInstant(Date.parse(storedAt) + 90 * 86_400_000);
  const usual = { ...summary, expiresAt, guid: summary.canonicalUrl, authors: [], tags: [], statementCount: 0, copies };
  const record = itemRecord.encode(usual, expiresAt);
  expect(Object.keys(record).sort()).toEqual(
    ['gsi1pk', 'gsi1sk', 'gsi2pk', 'gsi2sk', 'mark', 'pk', 'revision', 'sk', 'ttl', 'z2'].sort(),
  );
  const { url, title, summary: text } = summary;
  expect(unpackValue(record.z2 as Uint8Array, record.pk, record.sk)).toEqual({ url, title, summary: text, storedAt });
  expect(itemRecord.decode(record)).toEqual(usual);
});
