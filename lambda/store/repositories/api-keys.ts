import { collect } from '../collect.ts';
import { apiKeyRecord } from '../records/api-key.ts';
import type { KeyRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { keys, partitions } from '../table/keys.ts';

/** Keys of the HTTP API; one that has expired is given back with the moment at which it did. */
export function createKeyRepository(context: StoreContext): KeyRepository {
  return {
    async put(key) {
      await context.table.put(apiKeyRecord.encode(key));
    },
    async get(sha256) {
      const found = await context.table.get(keys.apiKey(sha256));
      return found && apiKeyRecord.decode(found);
    },
    async list() {
      const found = await collect(context.table.query({ index: 'gsi1', partition: partitions.apiKeys() }));
      return found.map(apiKeyRecord.decode);
    },
    revoke: (sha256) => context.table.delete(keys.apiKey(sha256)),
  };
}
