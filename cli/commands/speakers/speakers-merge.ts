import type { Command } from 'commander';
import { InputError } from '../../../lambda/model/errors.ts';
import type { CommandContext } from '../../command-context.ts';
import { CommandError } from '../../command-error.ts';
import { EXIT } from '../../exit-codes.ts';
import { findSpeaker } from '../../find-speaker.ts';
import { withOpenStore } from '../../open-store.ts';
import { type StoreOptions, withStore } from '../../options/store-options.ts';
import { plain } from '../../output/plain.ts';

/** `dateline speakers merge`. */
export function addSpeakersMerge(speakers: Command, context: CommandContext): void {
  const command = speakers
    .command('merge')
    .description('take one speaker for the same as another, from now on and for all that is stored')
    .argument('<speaker>', 'id or whole name of the one that is joined')
    .argument('<into>', 'id or whole name of the one it is joined to');
  withStore(command).action(async (text: string, target: string, options: StoreOptions) => {
    const { terminal } = context;
    await withOpenStore(options, terminal, async (store) => {
      const one = await findSpeaker(store, text);
      const into = await findSpeaker(store, target);
      await asUsage(store.speakers.merge(one.id, into.id));
      terminal.tell(plain(`Merged ${one.name} into ${into.name}. \`dateline speakers split ${one.id}\` undoes that.`));
    });
  });
}

/** `dateline speakers split`. */
export function addSpeakersSplit(speakers: Command, context: CommandContext): void {
  const command = speakers
    .command('split')
    .description('undo the merge of each of these speakers')
    .argument('<speaker...>', 'id or whole name of one that was joined to another');
  withStore(command).action(async (texts: string[], options: StoreOptions) => {
    const { terminal } = context;
    await withOpenStore(options, terminal, async (store) => {
      for (const text of texts) {
        const { id, name } = await findSpeaker(store, text);
        const former = await asUsage(store.speakers.split(id));
        terminal.tell(plain(`Split ${name} off from ${former}.`));
      }
    });
  });
}

/** What the store refuses to decide is told as a mistake in the command line. */
async function asUsage<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof InputError) throw new CommandError(EXIT.usage, error.code, error.message, null, error);
    throw error;
  }
}
