import { Command } from 'commander';
import type { CommandContext } from './command-context.ts';
import { addBackup } from './commands/backup.ts';
import { addCorrections } from './commands/corrections/corrections.ts';
import { addDates } from './commands/dates.ts';
import { addDlq } from './commands/dlq/dlq.ts';
import { addDoctor } from './commands/doctor.ts';
import { addExport } from './commands/export.ts';
import { addExtract } from './commands/extract.ts';
import { addFeeds } from './commands/feeds/feeds.ts';
import { addIngest } from './commands/ingest.ts';
import { addItems } from './commands/items.ts';
import { addKeys } from './commands/keys/keys.ts';
import { addMcp } from './commands/mcp.ts';
import { addParse } from './commands/parse.ts';
import { addPoll } from './commands/poll.ts';
import { addReindex } from './commands/reindex.ts';
import { addRemovals } from './commands/removals.ts';
import { addReprocess } from './commands/reprocess.ts';
import { addSalvage } from './commands/salvage.ts';
import { addSearches } from './commands/searches.ts';
import { addServe } from './commands/serve.ts';
import { addShow } from './commands/show.ts';
import { addSpeakers } from './commands/speakers/speakers.ts';
import { addStatements } from './commands/statements.ts';
import { addStory } from './commands/story.ts';
import { addTransfer } from './commands/transfer.ts';

const EXIT_CODES = `
Exit codes: 0 all well, 1 a defect of Dateline, 2 the command line is not right, 3 not found, 4 bad input,
5 partly failed, 6 something needed does not answer or is taken, 7 doctor found something that is not well.
Data goes to stdout, messages to stderr. NO_COLOR=1 switches colours off, DEBUG=1 shows where errors come from.`;

/** The whole command line; nothing but what is asked for is loaded when a command runs. */
export function createProgram(context: CommandContext): Command {
  const program = new Command('dateline')
    .description('Turns news feeds into a searchable record of who said what, and when.')
    .version(context.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void context.terminal.write(text),
      writeErr: (text) => context.terminal.tell(text.replace(/\n$/, '')),
    })
    .enablePositionalOptions()
    .showHelpAfterError('(--help after the command tells how it is used)')
    .configureHelp({ showGlobalOptions: false })
    .addHelpText('after', EXIT_CODES);
  for (const add of [
    addServe,
    addMcp,
    addFeeds,
    addPoll,
    addIngest,
    addItems,
    addStatements,
    addStory,
    addSpeakers,
    addDates,
    addExport,
    addSearches,
    addCorrections,
    addRemovals,
    addShow,
    addExtract,
    addParse,
    addReprocess,
    addReindex,
    addDoctor,
    addBackup,
    addSalvage,
    addTransfer,
    addKeys,
    addDlq,
  ]) {
    add(program, context);
  }
  return program;
}
