import type { Command } from 'commander';
import { safeJson } from '../../../lambda/common/control-characters.ts';
import type { Correction } from '../../../lambda/model/correction.ts';
import type { Store } from '../../../lambda/store/store.ts';
import type { CommandContext } from '../../command-context.ts';
import { CommandError } from '../../command-error.ts';
import { EXIT } from '../../exit-codes.ts';
import { withOpenStore } from '../../open-store.ts';
import { type OutputOptions, withJson } from '../../options/output-options.ts';
import { type StoreOptions, withStore } from '../../options/store-options.ts';
import { plain } from '../../output/plain.ts';

/** `dateline corrections remove`. */
export function addCorrectionsRemove(corrections: Command, context: CommandContext): void {
  const command = corrections
    .command('remove')
    .description('take a correction back: the statement is shown as the rules find it')
    // Ids of statements may begin with a hyphen.
    .allowUnknownOption()
    .argument('<statement>', 'id of the corrected statement, or a beginning of it');
  withStore(withJson(command)).action(async (id: string, options: StoreOptions & OutputOptions) => {
    const { terminal } = context;
    await withOpenStore(options, terminal, async (store) => {
      const { itemId, statementId, machine } = await findCorrection(store, id);
      await store.corrections.withdraw(itemId, statementId);
      if (options.json) await terminal.print(safeJson({ itemId, statementId }, 2));
      terminal.tell(plain(`“${machine.text}” is shown as the rules find it again.`));
    });
  });
}

async function findCorrection(store: Store, id: string): Promise<Correction> {
  const found: Correction[] = [];
  for await (const { record } of store.corrections.newest()) {
    if (record.statementId === id) return record;
    if (record.statementId.startsWith(id)) found.push(record);
  }
  const [only] = found;
  if (only && found.length === 1) return only;
  const hint = '`dateline corrections list` shows all.';
  if (!only) {
    throw new CommandError(EXIT.notFound, 'unknown-correction', `no correction is of ${JSON.stringify(id)}`, hint);
  }
  throw new CommandError(EXIT.usage, 'ambiguous', `${found.length} corrections fit ${JSON.stringify(id)}`, hint);
}
