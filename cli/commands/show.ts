import type { Command } from 'commander';
import { safeJson } from '../../lambda/common/control-characters.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { type Found, findRecord } from '../find-record.ts';
import { withOpenStore } from '../open-store.ts';
import { type OutputOptions, withJson } from '../options/output-options.ts';
import { type StoreOptions, withStore } from '../options/store-options.ts';
import { recordLines } from '../output/record-view.ts';
import { createQueryClient } from '../query-client.ts';

interface ShowOptions extends StoreOptions, OutputOptions {
  text?: true;
}

/** `dateline show`. */
export function addShow(program: Command, context: CommandContext): void {
  const command = program
    .command('show')
    .description('show one item, statement, speaker or feed')
    // Ids of items and statements may begin with a hyphen.
    .allowUnknownOption()
    .argument('<id>', 'its id, or a beginning of it that only one record has')
    .option('--text', 'with the article’s whole text');
  withStore(withJson(command)).action((id: string, options: ShowOptions) => show(id, options, context));
}

async function show(id: string, options: ShowOptions, { terminal }: CommandContext): Promise<void> {
  await withOpenStore(options, terminal, async (store) => {
    const found = await findRecord(store, id);
    const [only] = found;
    if (!only) {
      const hint = '`dateline items`, `statements`, `speakers` and `feeds list` show ids.';
      throw new CommandError(
        EXIT.notFound,
        'unknown-id',
        `nothing has an id that begins with ${JSON.stringify(id)}`,
        hint,
      );
    }
    if (found.length > 1) throw ambiguous(id, found);
    const client = await createQueryClient(store);
    const record =
      only.kind === 'statements' ? only.record : await client.get(`/v1/${only.kind}/${encodeURIComponent(only.id)}`);
    if (options.json) await terminal.print(safeJson({ kind: only.kind.slice(0, -1), ...record }, 2));
    else await terminal.print(recordLines(only.kind, record, terminal, options.text === true).join('\n'));
  });
}

function ambiguous(id: string, found: Found[]): CommandError {
  const shown = found.slice(0, 10).map((one) => `${one.kind.slice(0, -1)} ${one.id}  ${one.label}`);
  const message = `${found.length} records have an id that begins with ${JSON.stringify(id)}; give more of it`;
  return new CommandError(EXIT.usage, 'ambiguous', message, shown.join('\n'));
}
