import { collect } from '../collect.ts';
import type { KeyRepository, SessionRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { decodeEach, isExpired } from '../table/codec.ts';
import { API_KEYS, apiKeyKey, apiKeyRecord, sessionKey, sessionRecord } from './record.ts';

/** Keys of the HTTP API; one that has expired is given back with the moment at which it did. */
export function createKeyRepository(context: StoreContext): KeyRepository {
  return {
    async put(key) {
      await context.table.put(apiKeyRecord.encode(key));
    },
    async get(sha256) {
      const found = await context.table.get(apiKeyKey(sha256));
      return found && apiKeyRecord.decode(found);
    },
    async list() {
      const found = await collect(context.table.query({ index: 'gsi1', partition: API_KEYS }));
      return decodeEach(context, found, apiKeyRecord.decode);
    },
    revoke: (sha256) => context.table.delete(apiKeyKey(sha256)),
  };
}

/** Sessions of the pages. */
export function createSessionRepository(context: StoreContext): SessionRepository {
  return {
    async put(session) {
      await context.table.put(sessionRecord.encode(session, session.expiresAt));
    },
    async get(sha256) {
      const found = await context.table.get(sessionKey(sha256));
      return found && !isExpired(found, context.clock.now()) ? sessionRecord.decode(found) : null;
    },
    async remove(sha256) {
      await context.table.delete(sessionKey(sha256));
    },
  };
}
