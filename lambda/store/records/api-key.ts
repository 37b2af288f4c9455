import * as z from 'zod';
import { instantSchema } from '../../model/instant.ts';
import { defineRecord } from '../table/codec.ts';
import { indexKeys, keys } from '../table/keys.ts';

/** A key of the HTTP API; in gsi1 by name. */
export const apiKeyRecord = defineRecord(
  z.object({
    sha256: z.string(),
    name: z.string(),
    scope: z.enum(['read', 'admin']),
    createdAt: instantSchema,
    expiresAt: instantSchema.nullable(),
  }),
  ({ sha256, name }) => ({ ...keys.apiKey(sha256), ...indexKeys.apiKey(sha256, name) }),
);
