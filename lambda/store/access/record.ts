import * as z from 'zod';
import { instantSchema } from '../../model/instant.ts';
import { defineRecord } from '../table/codec.ts';
import { bounded } from '../table/key-parts.ts';
import type { Key } from '../table/port.ts';

/** In gsi1: all keys of the API, by name. */
export const API_KEYS = 'KEYS';

/** The key of the record of a key of the API. */
export const apiKeyKey = (sha256: string): Key => ({ pk: `KEY#${sha256}`, sk: 'META' });

/** The key of a session. */
export const sessionKey = (sha256: string): Key => ({ pk: `SESSION#${sha256}`, sk: 'META' });

/** A key of the HTTP API; in gsi1 by name. */
export const apiKeyRecord = defineRecord(
  z.object({
    sha256: z.string(),
    name: z.string(),
    scope: z.enum(['read', 'admin']),
    createdAt: instantSchema,
    expiresAt: instantSchema.nullable(),
  }),
  ({ sha256, name }) => ({ ...apiKeyKey(sha256), gsi1pk: API_KEYS, gsi1sk: `${bounded(name)}#${sha256}` }),
);

/** A session of a browser, known by the hash of its token; gone when it expires. */
export const sessionRecord = defineRecord(
  z.object({ sha256: z.string(), keySha256: z.string(), createdAt: instantSchema, expiresAt: instantSchema }),
  ({ sha256 }) => sessionKey(sha256),
);
