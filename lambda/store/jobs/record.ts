import * as z from 'zod';
import { instantSchema } from '../../model/instant.ts';
import { defineRecord } from '../table/codec.ts';
import type { Key } from '../table/port.ts';

const keyOf = (job: string, sk: 'LEASE' | 'CHECKPOINT'): Key => ({ pk: `JOB#${job}`, sk });

/** Who works on a job, and until when nobody else may. */
export const leaseRecord = defineRecord(
  z.object({
    job: z.string(),
    /** In words, as `serve on news-1, process 4711`. */
    owner: z.string(),
    /** Rises with every owner: writes of an earlier one are refused. */
    epoch: z.int().positive(),
    takenAt: instantSchema,
    expiresAt: instantSchema,
    /** How long it was extended for. */
    milliseconds: z.int().positive(),
    /** Whether the owner has given it back, and so writes nothing any more. */
    released: z.boolean(),
  }),
  ({ job }) => keyOf(job, 'LEASE'),
);
export type LeaseState = ReturnType<typeof leaseRecord.decode>;

/** Where the lease of a job stands. */
export const leaseKey = (job: string): Key => keyOf(job, 'LEASE');

/** Where the checkpoint of a job stands. */
export const checkpointKey = (job: string): Key => keyOf(job, 'CHECKPOINT');
