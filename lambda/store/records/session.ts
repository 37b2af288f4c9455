import * as z from 'zod';
import { instantSchema } from '../../model/instant.ts';
import { defineRecord } from '../table/codec.ts';
import { keys } from '../table/keys.ts';

/** A session of a browser, known by the hash of its token; gone when it expires. */
export const sessionRecord = defineRecord(
  z.object({ sha256: z.string(), keySha256: z.string(), createdAt: instantSchema, expiresAt: instantSchema }),
  ({ sha256 }) => keys.session(sha256),
);
