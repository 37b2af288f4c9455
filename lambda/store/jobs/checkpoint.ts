import * as z from 'zod';
import { StoreError } from '../../model/errors.ts';
import type { Attributes, Condition, ReadOptions, Table } from '../table/port.ts';
import { EPOCH_ATTRIBUTE } from './fenced-writes.ts';
import { type Lease, leaseLost } from './lease.ts';
import { checkpointKey } from './record.ts';

/** How far a job has come; only the owner of its lease writes it. */
export interface Checkpoint<Progress> {
  progress: Progress;
  /** Replaces it. Throws StoreError `lease-lost` where another worker has written it meanwhile. */
  save(progress: Progress): Promise<void>;
}

/** What is stored, of whatever shape. */
const envelopeSchema = z.looseObject({ version: z.int().positive(), epoch: z.int().positive(), progress: z.unknown() });

/** How far a job has come, as anybody may look at it (eventually consistent); `null` where it never began, or wrote another shape. Throws StoreError `corrupt-record`. */
export async function readProgress<Progress>(
  table: Table,
  job: string,
  schema: z.ZodType<Progress>,
): Promise<Progress | null> {
  return (await readStored(table, job, schema, { consistent: false })).progress;
}

/**
 * Opens the checkpoint for the owner of the lease. It is written at once, so that from now on nothing that an earlier owner still writes there is taken.
 */
export async function openCheckpoint<Progress>(
  table: Table,
  lease: Lease,
  { schema, first }: { schema: z.ZodType<Progress>; first: Progress },
): Promise<Checkpoint<Progress>> {
  const { job, epoch } = lease;
  const put = (version: number, progress: Progress, before: Condition): Promise<boolean> =>
    table.put({ ...checkpointKey(job), [EPOCH_ATTRIBUTE]: epoch, version, progress }, before);
  for (;;) {
    const stored = await readStored(table, job, schema);
    if (stored.epoch > epoch) throw leaseLost(job);
    const progress = stored.progress ?? first;
    let version = stored.version + 1;
    const isOwn: Condition = { equals: [EPOCH_ATTRIBUTE, epoch] };
    const before: Condition = stored.version === 0 ? { exists: false } : { equals: ['version', stored.version] };
    // An earlier owner may have written between the two: its word is heard.
    if (!(await put(version, progress, before))) continue;
    return {
      progress,
      async save(next) {
        version += 1;
        if (!(await put(version, next, isOwn))) throw leaseLost(job);
      },
    };
  }
}

async function readStored<Progress>(table: Table, job: string, schema: z.ZodType<Progress>, options: ReadOptions = {}) {
  const found = await table.get(checkpointKey(job), options);
  if (!found) return { version: 0, epoch: 0, progress: null };
  const { version, epoch, progress } = checkCheckpoint(found);
  const parsed = schema.safeParse(progress);
  return { version, epoch, progress: parsed.success ? parsed.data : null };
}

/** What a record of a checkpoint holds, whatever its job; throws StoreError `corrupt-record`. */
export function checkCheckpoint(attributes: Attributes) {
  const envelope = envelopeSchema.safeParse(attributes);
  if (envelope.success) return envelope.data;
  throw new StoreError('corrupt-record', `the checkpoint ${attributes.pk} is not as it must be`, envelope.error);
}
