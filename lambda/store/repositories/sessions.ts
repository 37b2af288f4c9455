import { isExpired } from '../codec.ts';
import { keys } from '../keys.ts';
import { sessionRecord } from '../records/session.ts';
import type { SessionRepository } from '../store.ts';
import { deleteRecord, getRecord, putRecord, type TableContext } from '../table.ts';

/** Sessions of the pages. */
export function createSessionRepository(context: TableContext): SessionRepository {
  return {
    async put(session) {
      await putRecord(context, sessionRecord.encode(session, session.expiresAt));
    },
    async get(sha256) {
      const found = await getRecord(context, keys.session(sha256));
      return found && !isExpired(found, context.clock.now()) ? sessionRecord.decode(found) : null;
    },
    async remove(sha256) {
      await deleteRecord(context, keys.session(sha256));
    },
  };
}
