import { type Command, Option } from 'commander';
import { safeJson } from '../../../lambda/common/control-characters.ts';
import type { SpeakerKind } from '../../../lambda/model/speaker.ts';
import type { Store } from '../../../lambda/store/store.ts';
import type { CommandContext } from '../../command-context.ts';
import { CommandError } from '../../command-error.ts';
import { EXIT } from '../../exit-codes.ts';
import { findSpeaker } from '../../find-speaker.ts';
import { findStatement } from '../../find-statement.ts';
import { parseOrThrow } from '../../line-schema.ts';
import { withOpenStore } from '../../open-store.ts';
import { type OutputOptions, withJson } from '../../options/output-options.ts';
import { type StoreOptions, withStore } from '../../options/store-options.ts';
import { correctionInWords } from '../../output/correction-words.ts';
import { plain } from '../../output/plain.ts';

interface AddOptions extends StoreOptions, OutputOptions {
  speaker?: string;
  newSpeaker?: string;
  unknownSpeaker?: true;
  kind?: SpeakerKind;
  role?: string;
  words?: string;
  notAStatement?: true;
  note?: string;
}

/** `dateline corrections add`. */
export function addCorrectionsAdd(corrections: Command, context: CommandContext): void {
  const command = corrections
    .command('add')
    .description('correct a statement, for now and for every later extraction of its article')
    // Ids of statements may begin with a hyphen.
    .allowUnknownOption()
    .argument('<statement>', 'its id, or a beginning of it that only one statement has')
    .addOption(
      new Option('--speaker <name>', 'who said it: id or whole name of a known speaker').conflicts([
        'newSpeaker',
        'unknownSpeaker',
        'notAStatement',
      ]),
    )
    .addOption(
      new Option('--new-speaker <name>', 'who said it, by a name that is not known yet').conflicts([
        'unknownSpeaker',
        'notAStatement',
      ]),
    )
    .addOption(new Option('--unknown-speaker', 'nobody knows who said it').conflicts(['notAStatement']))
    .addOption(
      new Option('--kind <kind>', 'what the new speaker is')
        .choices(['person', 'organization', 'group', 'unnamed'])
        .default('person'),
    )
    .option('--role <text>', 'the speaker’s role')
    .addOption(
      new Option('--words <text>', 'the right words, as they stand in the article').conflicts(['notAStatement']),
    )
    .option('--not-a-statement', 'it is none: it goes from all lists')
    .option('--note <text>', 'why');
  withStore(withJson(command)).action((id: string, options: AddOptions) => add(id, options, context));
}

async function add(id: string, options: AddOptions, { terminal }: CommandContext): Promise<void> {
  const { correct } = await import('../../../lambda/api/corrections/correct.ts');
  const { correctionBodySchema } = await import('../../../lambda/api/corrections/correction-body.ts');
  const { words, notAStatement, note } = options;
  await withOpenStore(options, terminal, async (store) => {
    const { itemId, id: statementId } = await findStatement(store, id);
    const speaker = await speakerOf(options, store);
    if (!notAStatement && speaker === undefined && words === undefined) {
      const hint = 'Give --speaker, --new-speaker, --unknown-speaker, --words or --not-a-statement.';
      throw new CommandError(EXIT.usage, 'nothing-corrected', 'it is not said what is to be corrected', hint);
    }
    const body = parseOrThrow(correctionBodySchema, {
      ...(notAStatement && { notAStatement }),
      ...(speaker !== undefined && { speaker }),
      ...(words !== undefined && { words }),
      ...(note !== undefined && { note }),
    });
    const answer = await correct({ itemId, statementId }, body, 'command line', store);
    const { withdrawn: _, ...correction } = answer.correction;
    if (options.json) await terminal.print(safeJson({ ...answer, correction }, 2));
    terminal.tell(plain(`Corrected “${correction.machine.text}”: ${correctionInWords(correction)}.`));
    terminal.tell(`\`dateline corrections remove ${correction.statementId}\` takes that back.`);
  });
}

async function speakerOf(options: AddOptions, store: Store) {
  const { speaker, newSpeaker, unknownSpeaker, kind, role } = options;
  if (unknownSpeaker) return null;
  const more = role === undefined ? {} : { role };
  if (newSpeaker !== undefined) return { name: newSpeaker, kind, ...more };
  return speaker === undefined ? undefined : { id: (await findSpeaker(store, speaker)).id, ...more };
}
