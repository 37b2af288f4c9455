import { comingDateSchema } from '../../model/item.ts';
import { defineRecord } from '../table/codec.ts';
import { instantAt, keys } from '../table/keys.ts';
import type { UsualFields } from '../usual-fields.ts';

const MILLISECONDS_A_DAY = 86_400_000;

/** What most of them are: a day that something is to be on. */
const USUAL: UsualFields = [
  ['sortAt', ({ sk }) => instantAt(String(sk))],
  ['start', ({ sk }) => Number(String(sk).split('#')[2])],
  ['value', ({ sk }) => String(sk).split('#')[3]],
  ['end', ({ start, text }) => Number(start) + String(text).length],
  ['granularity', () => 'day'],
  ['from', ({ pk }) => String(pk).split('#')[1]],
  ['to', ({ from }) => nextDay(String(from))],
  ['role', () => 'scheduled'],
];

/** A day ahead that one revision speaks of, in the list of that day; in no index. Decodes also what earlier versions kept with the item. */
export const comingDateRecord = defineRecord(comingDateSchema, (date) => keys.comingDate(date), {
  plain: [],
  implied: ({ pk, sk }) => {
    const [, itemId, ...rest] = sk.split('#');
    return { itemId, revision: Number(rest.at(-1)), date: pk.split('#')[1] };
  },
  usual: USUAL,
});

function nextDay(day: string): string | undefined {
  const start = Date.parse(day);
  return Number.isNaN(start) ? undefined : new Date(start + MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
