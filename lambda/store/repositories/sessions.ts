import { sessionRecord } from '../records/session.ts';
import type { SessionRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { isExpired } from '../table/codec.ts';
import { keys } from '../table/keys.ts';

/** Sessions of the pages. */
export function createSessionRepository(context: StoreContext): SessionRepository {
  return {
    async put(session) {
      await context.table.put(sessionRecord.encode(session, session.expiresAt));
    },
    async get(sha256) {
      const found = await context.table.get(keys.session(sha256));
      return found && !isExpired(found, context.clock.now()) ? sessionRecord.decode(found) : null;
    },
    async remove(sha256) {
      await context.table.delete(keys.session(sha256));
    },
  };
}
