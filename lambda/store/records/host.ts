import * as z from 'zod';
import { heldPollSchema } from '../../model/feed.ts';
import { instantSchema } from '../../model/instant.ts';
import { bytesSchema, defineRecord } from '../table/codec.ts';
import { keys } from '../table/keys.ts';

/** What holds for all feeds of one host; robots.txt compressed. */
export const hostRecord = defineRecord(
  z.object({
    name: z.string(),
    heldUntil: instantSchema.nullable(),
    robots: z
      .object({
        data: bytesSchema,
        expiresAt: instantSchema,
        delaySeconds: z.number().positive().optional(),
        unread: z.string().optional(),
      })
      .nullable(),
    heldBy: heldPollSchema.optional(),
  }),
  ({ name }) => keys.host(name),
);
