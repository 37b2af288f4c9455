import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DateMention } from '../../../lambda/model/date-mention.ts';
import { toPieces } from '../../../lambda/store/pieces.ts';
import { itemBodySchema } from '../../../lambda/store/records/item-body.ts';
import { leanItem } from '../../../lambda/store/records/lean-item.ts';
import { restoreBody, shortenBody } from '../../../lambda/store/short-body.ts';
import { keys } from '../../../lambda/store/table/keys.ts';
import { openMemoryStore } from '../../support/memory-store.ts';
import { sampleBundle } from '../../support/sample-bundle.ts';

const TEXT = 'The “bridge” opens on 3 April.\n\nFish & chips at x < y, says the mayor.\n\nNothing since 2024.';
const DATES: DateMention[] = [
  {
    ...{ text: '3 April', start: 22, end: 29, value: '2026-04-03', granularity: 'day', from: '2026-04-03' },
    ...{ to: '2026-04-04', role: 'scheduled', anchor: '2026-03-01', rule: 'day-month', confidence: 0.9 },
  },
  {
    ...{ text: '2024', start: 86, end: 90, value: '2024', granularity: 'year', from: '2024-01-01' },
    ...{ to: '2025-01-01', role: 'since', anchor: null, rule: 'year', confidence: 0.7 },
  },
];
const PARAGRAPHS = ['<p>The “bridge” opens on 3 April.</p>', '<p>Fish &amp; chips at x &lt; y, says the mayor.</p>'];
const LAST = '<p>Nothing since 2024.</p>';

const sample = (contentHtml: string | null, more = {}) =>
  sampleBundle({ text: TEXT, item: { contentHtml, summary: 'long '.repeat(200).trim(), ...more } }).item;
const short = (item: ReturnType<typeof sample>, dates = DATES) =>
  shortenBody(itemBodySchema.parse({ item, dates }), leanItem(item));
const again = (value: unknown, item: ReturnType<typeof sample>) =>
  restoreBody(JSON.parse(JSON.stringify(value)), leanItem(item));

test.each([
  ['one after the other', [...PARAGRAPHS, LAST].join(''), 0],
  ['on lines of their own', [...PARAGRAPHS, LAST].join('\n'), 1],
  ['with empty lines between', [...PARAGRAPHS, LAST].join('\n\n'), 2],
  ['with more markup', `${PARAGRAPHS.join('')}<p>Nothing since <b>2024</b>.</p>`, null],
  ['with other spaces', [...PARAGRAPHS, LAST].join('\n '), null],
  ['with what need not be escaped', [...PARAGRAPHS, LAST].join('').replace('“', '&#8220;'), null],
  ['of none', null, null],
])('markup of paragraphs %s comes back byte by byte', (_name, html, joint) => {
  const item = sample(html);
  const body = short(item);
  expect(body[1]).toBe(joint ?? html);
  expect(again(body, item)).toEqual(itemBodySchema.parse({ item, dates: DATES }));
});

test('fields that the item’s record has whole are not said again; shortened ones are', () => {
  const item = sample(null, { tags: Array.from({ length: 9 }, (_, n) => `tag ${n}`) });
  const [, , , fields] = short(item);
  expect(Object.keys(fields).sort()).toEqual(['summary', 'tags']);
});

test('a date says only what its words, its value and the time of publication do not', () => {
  const [, , dates] = short(sample(null));
  expect(dates).toEqual([
    [22, 7, '2026-04-03', 'day-month', 0.9, { role: 'scheduled' }],
    [
      ...[86, 4, '2024', 'year', 0.7],
      { granularity: 'year', from: '2024-01-01', to: '2025-01-01', role: 'since', anchor: null },
    ],
  ]);
});

test('whatever stands in text, markup and dates comes back', () => {
  const day = fc.constantFrom('2026-02-28', '2024-02-29', '1969-12-31', '9999-12-31', '2026-13-45', '0001-01-01');
  const days = fc.record({ from: day, to: day, value: fc.oneof(day, fc.string()), anchor: fc.option(day) });
  const texts = fc.tuple(fc.string({ unit: 'binary' }), fc.option(fc.string()), fc.array(days, { maxLength: 3 }));
  fc.assert(
    fc.property(texts, ([text, html, some]) => {
      const item = { ...sample(html), contentText: text, publishedAt: null };
      const dates = some.map((one) => ({ ...(DATES[0] as DateMention), ...one }));
      expect(again(short(item, dates), item)).toEqual(itemBodySchema.parse({ item, dates }));
    }),
  );
});

test('a body as earlier versions stored it is read', async () => {
  const memory = await openMemoryStore();
  try {
    const bundle = { ...sampleBundle({ text: TEXT }), dates: DATES };
    const { item, dates } = bundle;
    await memory.store.items.save(bundle);
    expect((await memory.store.items.whole(item.id))?.dates).toEqual(DATES);
    const [data] = await toPieces(itemBodySchema.parse({ item, dates }));
    const earlier = { ...keys.itemBody(item.id, 1, 0), itemId: item.id, revision: 1, piece: 0, pieces: 1, data };
    await memory.table.put(earlier as never);
    expect(await memory.store.items.get(item.id)).toEqual(item);
    expect((await memory.store.items.whole(item.id))?.dates).toEqual(DATES);
  } finally {
    await memory.close();
  }
});
