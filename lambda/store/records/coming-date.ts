import { comingDateSchema } from '../../model/item.ts';
import { defineRecord } from '../codec.ts';
import { keys } from '../keys.ts';

/** A day ahead that one revision speaks of, in the list of that day; in no index. Decodes also what earlier versions kept with the item. */
export const comingDateRecord = defineRecord(comingDateSchema, (date) => keys.comingDate(date), {
  plain: [],
  implied: ({ pk, sk }) => {
    const [, itemId, ...rest] = sk.split('#');
    return { itemId, revision: Number(rest.at(-1)), date: pk.split('#')[1] };
  },
});
