import type { Command } from 'commander';
import { safeJson } from '../../lambda/common/control-characters.ts';
import type { Removal } from '../../lambda/model/removal.ts';
import type { Store } from '../../lambda/store/store.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { findRecord } from '../find-record.ts';
import { findSpeaker } from '../find-speaker.ts';
import { withOpenStore } from '../open-store.ts';
import { type OutputOptions, withJson } from '../options/output-options.ts';
import { type StoreOptions, withStore } from '../options/store-options.ts';
import { plain } from '../output/plain.ts';
import { createQueryClient } from '../query-client.ts';

type Options = StoreOptions & OutputOptions & { reason: string };

/** `dateline items remove`. */
export function addItemsRemove(items: Command, context: CommandContext): void {
  const command = items
    .command('remove')
    .description('take an article down: nothing that is polled later brings it back')
    .argument('<item>', 'id of the article, or a beginning of it');
  withReason(command).action((id: string, options: Options) =>
    run(options, context, async (store) => `/v1/items/${encodeURIComponent(await itemOf(store, id))}`),
  );
}

/** `dateline speakers erase`. */
export function addSpeakersErase(speakers: Command, context: CommandContext): void {
  const command = speakers
    .command('erase')
    .description('erase a speaker, with what they said in all articles: nothing that is polled later brings them back')
    .argument('<speaker>', 'id or whole name');
  withReason(command).action((text: string, options: Options) =>
    run(options, context, async (store) => `/v1/speakers/${encodeURIComponent((await findSpeaker(store, text)).id)}`),
  );
}

const withReason = (command: Command): Command =>
  withStore(withJson(command.requiredOption('--reason <text>', 'why; it is kept with the removal')));

async function run(
  options: Options,
  { terminal }: CommandContext,
  addressOf: (store: Store) => Promise<string>,
): Promise<void> {
  await withOpenStore(options, terminal, async (store) => {
    const client = await createQueryClient(store);
    const query = new URLSearchParams({ reason: options.reason });
    const removal = (await client.send('DELETE', `${await addressOf(store)}?${query}`)) as unknown as Removal;
    if (options.json) await terminal.print(safeJson(removal, 2));
    const undo = `\`dateline removals restore ${removal.id}\` undoes that for 30 days`;
    terminal.tell(plain(`Took down ${removal.label ?? removal.id}. Counts follow with the next count; ${undo}.`));
  });
}

async function itemOf(store: Store, id: string): Promise<string> {
  const found = (await findRecord(store, id)).filter(({ kind }) => kind === 'items');
  const [only] = found;
  if (only && found.length === 1) return only.id;
  if (!only) {
    const hint = '`dateline items` shows ids.';
    throw new CommandError(EXIT.notFound, 'unknown-item', `no item is ${JSON.stringify(id)}`, hint);
  }
  const shown = found.slice(0, 5).map(({ id: whole, label }) => `${whole}  ${label}`);
  const message = `${found.length} items have an id that begins with ${JSON.stringify(id)}`;
  throw new CommandError(EXIT.usage, 'ambiguous', message, shown.join('\n'));
}
