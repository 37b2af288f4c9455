import type { Command } from 'commander';
import type { Variant } from '../../../lambda/api/speakers/variants/propose-variants.ts';
import { type Day, toInstant } from '../../../lambda/model/instant.ts';
import { systemClock } from '../../../local/clock.ts';
import type { CommandContext } from '../../command-context.ts';
import { CommandError } from '../../command-error.ts';
import { EXIT } from '../../exit-codes.ts';
import { withOpenStore } from '../../open-store.ts';
import { type OutputOptions, withListOutput } from '../../options/output-options.ts';
import { type QueryOptions, withQuery } from '../../options/query-options.ts';
import { type StoreOptions, withStore } from '../../options/store-options.ts';
import { createListWriter, type ListShape } from '../../output/list-writer.ts';

type VariantsOptions = QueryOptions & OutputOptions & StoreOptions;

const VARIANTS: ListShape<Variant> = {
  columns: [
    { title: 'SCORE', value: ({ score }) => score.toFixed(2) },
    { title: 'SPEAKER', value: ({ speaker }) => speaker.id, flexible: 1 },
    { title: 'SAID', value: ({ speaker }) => String(speaker.statementCount), align: 'right' },
    { title: 'PERHAPS', value: ({ into }) => into.id, flexible: 1 },
    { title: 'SAID', value: ({ into }) => String(into.statementCount), align: 'right' },
    { title: 'WHY', value: ({ reasons }) => reasons.join(', '), flexible: 1 },
  ],
  csv: ['score', 'speaker.id', 'speaker.name', 'speaker.statementCount', 'into.id', 'into.name', 'into.statementCount'],
};

/** `dateline speakers variants`. */
export function addSpeakersVariants(speakers: Command, context: CommandContext): void {
  const command = speakers
    .command('variants')
    .description(
      'propose pairs of persons whose names may be spellings of one, among those quoted in the last 30 days; nothing is changed',
    );
  withQuery(command, ['from', 'to', 'since']);
  withStore(withListOutput(command)).action((options: VariantsOptions) => variants(options, context));
}

async function variants(options: VariantsOptions, { terminal }: CommandContext): Promise<void> {
  const { readDay } = await import('../../../lambda/api/kernel/parameters/moment.ts');
  const day = (text: string | undefined, option: string): Day | undefined => {
    const found = text === undefined ? undefined : readDay(text);
    if (found !== null) return found;
    throw new CommandError(EXIT.usage, 'bad-parameter', `${option}: give a day of the calendar as 2023-11-12`);
  };
  const range = { from: day(fromOf(options), '--from'), to: day(options.to, '--to') };
  await withOpenStore(options, terminal, async (store) => {
    const { listVariants } = await import('../../../lambda/api/speakers/list-variants.ts');
    const all = await listVariants(range, { store, clock: systemClock });
    const shown = options.limit === 0 ? all : all.slice(0, options.limit);
    const writer = createListWriter(terminal, options, VARIANTS);
    await writer.rows(shown);
    await writer.end();
    const { dim } = terminal.messageColour;
    if (all.length === 0)
      terminal.tell(dim('No variants found. Speakers are counted after each round of polls, and hourly.'));
    else if (shown.length < all.length)
      terminal.tell(dim(`The first ${shown.length} of ${all.length}; --limit 0 shows all.`));
    else terminal.tell(dim('`dateline speakers merge SPEAKER PERHAPS` joins two of them, if they are one.'));
  });
}

function fromOf({ from, since }: VariantsOptions): string | undefined {
  return from ?? (since === undefined ? undefined : toInstant(Date.now() - since).slice(0, 10));
}
