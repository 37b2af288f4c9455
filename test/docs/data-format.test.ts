import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { correctionSchema } from '../../lambda/model/correction.ts';
import { dateMentionSchema } from '../../lambda/model/date-mention.ts';
import { datelineSchema } from '../../lambda/model/dateline.ts';
import { feedEventSchema, feedSchema, feedStateSchema } from '../../lambda/model/feed.ts';
import { comingDateSchema, itemSchema } from '../../lambda/model/item.ts';
import { speakerSchema, statementSpeakerSchema } from '../../lambda/model/speaker.ts';
import { statementSchema } from '../../lambda/model/statement.ts';
import { countRowSchema } from '../../lambda/store/counts/shapes.ts';
import { BAKERY, FERRY, serveFeed } from '../lambda/pipeline/feed-server.ts';
import { storeArticle } from '../lambda/pipeline/store-article.ts';
import { createWorld, HOUR } from '../lambda/pipeline/world.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/data-format.md'), 'utf8');

const fieldsUnder = (heading: string): string[] => {
  const [, section = ''] = page.split(new RegExp(`^#+ ${heading}$`, 'm'));
  const rows = (section.split(/^#/m)[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map((match) => match[1] ?? ''));
};

describe('docs/data-format.md', () => {
  it.each([
    ['Feed', feedSchema],
    ['Feed state', feedStateSchema],
    ['Feed event', feedEventSchema],
    ['Item', itemSchema],
    ['Dateline', datelineSchema],
    ['Statement', statementSchema],
    ['Speaker of a statement', statementSpeakerSchema],
    ['Correction', correctionSchema],
    ['Speaker', speakerSchema],
    ['Date mention', dateMentionSchema],
    ['Coming date', comingDateSchema],
    ['Counts of a day', countRowSchema],
  ])('%s: names exactly the fields of the schema', (heading, schema) => {
    expect(fieldsUnder(heading).toSorted()).toEqual(Object.keys(schema.shape).toSorted());
  });

  it('lists every kind of record that polls and counts leave', async () => {
    const feed = await serveFeed([FERRY, BAKERY]);
    const world = await createWorld(feed);
    await world.poll();
    await storeArticle(world, 'a', '2024-05-03T08:00:00Z', [['Ada', 'harbour master']]);
    world.pass(HOUR);
    await world.rollup();
    const [, table = ''] = page.split(/^## Records$/m);
    const listed = [...table.matchAll(/`([A-Z]+)[#`]/g)].map(([, kind]) => kind);
    const kinds = new Set((await world.records()).map(({ pk }) => String(pk).split('#')[0]));
    expect(kinds).toContain('CACHED');
    expect([...kinds].filter((kind) => !listed.includes(kind))).toEqual([]);
  });
});
