import { collect } from '../collect.ts';
import { keys, partitions } from '../keys.ts';
import { apiKeyRecord } from '../records/api-key.ts';
import type { KeyRepository } from '../store.ts';
import { deleteRecord, getRecord, putRecord, type TableContext } from '../table.ts';
import { queryRecords } from '../table-queries.ts';

/** Keys of the HTTP API; one that has expired is given back with the moment at which it did. */
export function createKeyRepository(context: TableContext): KeyRepository {
  return {
    async put(key) {
      await putRecord(context, apiKeyRecord.encode(key));
    },
    async get(sha256) {
      const found = await getRecord(context, keys.apiKey(sha256));
      return found && apiKeyRecord.decode(found);
    },
    async list() {
      const found = await collect(queryRecords(context, { index: 'gsi1', partition: partitions.apiKeys() }));
      return found.map(apiKeyRecord.decode);
    },
    revoke: (sha256) => deleteRecord(context, keys.apiKey(sha256)),
  };
}
