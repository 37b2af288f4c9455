import * as z from 'zod';
import { hourSchema, instantSchema } from '../../model/instant.ts';
import { channelHealthSchema } from '../../model/search.ts';

/** The job whose lease whoever notifies holds. */
export const NOTIFY = 'notify';

/** How far notifying is. */
export const notifyProgressSchema = z.object({
  /** Changes before this moment have been walked; `null` before the first run. */
  through: instantSchema.nullable(),
  /** Fingerprints of changes that were matched, and of the texts that they brought, by the hour of the change; those of the last two hours. */
  matched: z.record(hourSchema, z.array(z.string())),
  /** Channels that failed last time, by id. */
  failing: z.record(z.string(), channelHealthSchema),
});
export type NotifyProgress = z.infer<typeof notifyProgressSchema>;

/** Before the first run. */
export const NOTHING_NOTIFIED: NotifyProgress = { through: null, matched: {}, failing: {} };
