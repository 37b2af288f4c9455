import * as z from 'zod';
import { deliverySchema } from '../../model/delivery.ts';
import { instantSchema } from '../../model/instant.ts';
import { defineRecord } from '../table/codec.ts';
import { at } from '../table/key-parts.ts';
import type { Key } from '../table/port.ts';

/** In gsi3: deliveries that are to be sent, by when. */
export const DELIVERIES = 'DELIVERIES';

/** In gsi1: the deliveries of one search, by when they were made. */
export const deliveriesOf = (searchId: string): string => `SEARCH#${searchId}`;

/** Begins the sort keys of the deliveries of one item. */
export const deliveriesOfItem = (itemId: string): string => `TOLD#${itemId}#`;

/** One row a search, statement and channel. */
export const deliveryRecord = defineRecord(deliverySchema, (delivery) => {
  const { searchId, itemId, statementId, channelId, createdAt, nextTryAt, id } = delivery;
  return {
    pk: `SEARCH#${searchId}`,
    sk: `${deliveriesOfItem(itemId)}${statementId}#${channelId}`,
    gsi1pk: deliveriesOf(searchId),
    gsi1sk: at(createdAt, id, channelId),
    ...(nextTryAt === null ? {} : { gsi3pk: DELIVERIES, gsi3sk: at(nextTryAt, id, channelId) }),
  };
});

const sayingKey = (searchId: string, key: string): Key => ({ pk: `SEARCH#${searchId}`, sk: `SAID#${key}` });

/** That a search has told a saying, and by which statement. */
export const deliveredSayingRecord = defineRecord(
  z.object({ searchId: z.string(), key: z.string(), statementId: z.string(), toldAt: instantSchema }),
  ({ searchId, key }) => sayingKey(searchId, key),
);

/** Where a told saying stands. */
export const deliveredSayingKey = sayingKey;
