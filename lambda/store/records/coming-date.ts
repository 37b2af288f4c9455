import { comingDateSchema } from '../../model/item.ts';
import { defineRecord } from '../codec.ts';
import { indexKeys, keys } from '../keys.ts';

/** A day ahead that one revision speaks of; in gsi1 by that day. */
export const comingDateRecord = defineRecord(
  comingDateSchema,
  ({ itemId, revision, start, value, date, sortAt }) => ({
    ...keys.comingDate(itemId, revision, start, value),
    ...indexKeys.comingDate(itemId, date, sortAt, start, value),
  }),
  { plain: [] },
);
