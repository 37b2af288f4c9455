import type { HostRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { hostKey, hostRecord } from './host-record.ts';

/** Records that hold for a host. */
export function createHostRepository({ table }: StoreContext): HostRepository {
  return {
    async get(name, options) {
      const found = await table.get(hostKey(name), options);
      return found && hostRecord.decode(found);
    },
    async put(host) {
      await table.put(hostRecord.encode(host));
    },
  };
}
