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
  ])('%s: names exactly the fields of the schema', (heading, schema) => {
    expect(fieldsUnder(heading).toSorted()).toEqual(Object.keys(schema.shape).toSorted());
  });
});
