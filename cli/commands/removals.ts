import type { Command } from 'commander';
import { csvColumns } from '../../lambda/api/kernel/formats/columns.ts';
import { safeJson } from '../../lambda/common/control-characters.ts';
import type { Removal } from '../../lambda/model/removal.ts';
import type { Store } from '../../lambda/store/store.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { type ListCommand, runListCommand } from '../list-command.ts';
import { withOpenStore } from '../open-store.ts';
import { type OutputOptions, withJson, withListOutput } from '../options/output-options.ts';
import { withQuery } from '../options/query-options.ts';
import { type StoreOptions, withStore } from '../options/store-options.ts';
import { shortId } from '../output/cells.ts';
import { plain } from '../output/plain.ts';
import { createQueryClient } from '../query-client.ts';

const REMOVALS: ListCommand<Removal> = {
  path: '/v1/removals',
  noun: 'removals',
  hint: '`dateline items remove` and `dateline speakers erase` take down.',
  columns: [
    { title: 'WHAT', value: ({ kind }) => kind },
    { title: 'ID', value: ({ kind, id }) => (kind === 'item' ? shortId(id) : id) },
    { title: 'WHEN', value: ({ at }, { moment }) => moment(at) },
    { title: 'STATE', value: ({ state }) => state },
    { title: 'TITLE OR NAME', value: ({ label }) => label ?? '', flexible: 1 },
    { title: 'REASON', value: ({ reason }) => reason, flexible: 1 },
    { title: 'BY', value: ({ by }) => by },
  ],
  csv: csvColumns.removal,
};

/** `dateline removals` and the commands below it. */
export function addRemovals(program: Command, context: CommandContext): void {
  const command = program
    .command('removals')
    .description('list what was taken down, by whom and why; restore it, or delete it for good');
  withQuery(command, []);
  withStore(withListOutput(command)).action((options) => runListCommand(REMOVALS, options, context));
  command.enablePositionalOptions();
  const undo = 'bring back an article or speaker that was taken down, within 30 days';
  addDecision(command, context, { verb: 'restore', description: undo, done: 'Restored' });
  const purge = 'delete at once what is kept for restoring; `dateline reindex` then takes its words out of the index';
  addDecision(command, context, { verb: 'purge', description: purge, done: 'Purged' });
}

function addDecision(
  removals: Command,
  { terminal }: CommandContext,
  { verb, description, done }: { verb: 'restore' | 'purge'; description: string; done: string },
): void {
  const command = removals
    .command(verb)
    .description(description)
    .argument('<id>', 'id of the article or speaker, or a beginning of it');
  withStore(withJson(command)).action(async (text: string, options: StoreOptions & OutputOptions) => {
    await withOpenStore(options, terminal, async (store) => {
      const { kind, id, label } = await findRemoval(store, text);
      const client = await createQueryClient(store);
      const removal = await client.send('POST', `/v1/removals/${kind}/${encodeURIComponent(id)}/${verb}`);
      if (options.json) await terminal.print(safeJson(removal, 2));
      terminal.tell(plain(`${done} ${label ?? id}.`));
    });
  });
}

async function findRemoval(store: Store, id: string): Promise<Removal> {
  const found: Removal[] = [];
  for await (const { record } of store.removals.newest()) {
    if (record.id === id) return record;
    if (record.id.startsWith(id)) found.push(record);
  }
  const [only] = found;
  if (only && found.length === 1) return only;
  const hint = '`dateline removals` shows all.';
  if (!only) {
    throw new CommandError(EXIT.notFound, 'unknown-removal', `no removal is of ${JSON.stringify(id)}`, hint);
  }
  throw new CommandError(EXIT.usage, 'ambiguous', `${found.length} removals fit ${JSON.stringify(id)}`, hint);
}
