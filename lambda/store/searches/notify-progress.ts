import * as z from 'zod';
import { instantSchema } from '../../model/instant.ts';
import { channelHealthSchema } from '../../model/search.ts';

/** The job whose lease whoever notifies holds. */
export const NOTIFY = 'notify';

/** How far notifying is. */
export const notifyProgressSchema = z.object({
  /** Changes before this moment have been walked; `null` before the first run. */
  through: instantSchema.nullable(),
  /** By stretches of ten minutes, of the last 80: fingerprints of the changes that were matched and of the texts that they brought, seven letters each. */
  matched: z.record(z.string(), z.string()),
  /** Channels that failed last time, by id. */
  failing: z.record(z.string(), channelHealthSchema),
});
export type NotifyProgress = z.infer<typeof notifyProgressSchema>;

/** Before the first run. */
export const NOTHING_NOTIFIED: NotifyProgress = { through: null, matched: {}, failing: {} };
