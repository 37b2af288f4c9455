import { randomBytes } from 'node:crypto';
import { type Command, Option } from 'commander';
import { safeJson } from '../../../lambda/common/control-characters.ts';
import { sha256 } from '../../../lambda/common/hash.ts';
import { toInstant } from '../../../lambda/model/instant.ts';
import type { ApiKey } from '../../../lambda/store/store-shapes.ts';
import type { CommandContext } from '../../command-context.ts';
import { CommandError } from '../../command-error.ts';
import { EXIT } from '../../exit-codes.ts';
import { withNewStore } from '../../open-store.ts';
import { type OutputOptions, withJson } from '../../options/output-options.ts';
import { type StoreOptions, withStore } from '../../options/store-options.ts';
import { readDuration } from '../../options/values.ts';

interface CreateOptions extends StoreOptions, OutputOptions {
  scope: ApiKey['scope'];
  expires?: number;
}

/** `dateline keys create`. */
export function addKeysCreate(keys: Command, context: CommandContext): void {
  const command = keys
    .command('create')
    .description('make a key and print it, once: only its hash is stored')
    .argument('<name>', 'whose key it is')
    .addOption(new Option('--scope <scope>', 'what it may do').choices(['read', 'admin']).default('read'))
    .addOption(new Option('--expires <time>', 'after how long it ends, as 90d').argParser(readDuration));
  withStore(withJson(command)).action((name: string, options: CreateOptions) => create(name, options, context));
}

async function create(name: string, options: CreateOptions, { terminal }: CommandContext): Promise<void> {
  const token = `dl_${randomBytes(32).toString('base64url')}`;
  const now = Date.now();
  const key: ApiKey = {
    sha256: sha256(token),
    name,
    scope: options.scope,
    createdAt: toInstant(now),
    expiresAt: options.expires === undefined ? null : toInstant(now + options.expires),
  };
  await withNewStore(options, terminal, async (store) => {
    const all = await store.keys.list();
    if (all.some((other) => other.name === name)) {
      const hint = `\`dateline keys revoke ${JSON.stringify(name)}\` ends it first; or take another name.`;
      throw new CommandError(EXIT.usage, 'name-taken', `there is a key named ${JSON.stringify(name)} already`, hint);
    }
    await store.keys.put(key);
  });
  await terminal.print(options.json ? safeJson({ key: token, ...key }, 2) : token);
  terminal.tell(`Send it as "Authorization: Bearer KEY". It is not shown again.`);
}
