import { type Command, Option } from 'commander';
import { safeJson } from '../../lambda/common/control-characters.ts';
import type { CommandContext } from '../command-context.ts';
import type { Finding } from '../doctor/finding.ts';
import { EXIT } from '../exit-codes.ts';
import { withOpenStore } from '../open-store.ts';
import { type OutputOptions, withJson } from '../options/output-options.ts';
import { type StoreOptions, withStore } from '../options/store-options.ts';
import type { Colour } from '../output/colour.ts';
import { plain } from '../output/plain.ts';

interface DoctorOptions extends StoreOptions, OutputOptions {
  deep?: boolean;
}

/** `dateline doctor`. */
export function addDoctor(program: Command, context: CommandContext): void {
  const command = program
    .command('doctor')
    .description('tell what is wrong, and what to do; exits with 7 where something is');
  const deep = new Option('--deep', 'read every record of the local store too: checksum, schema, pages').conflicts(
    'table',
  );
  withStore(withJson(command))
    .addOption(deep)
    .action((options: DoctorOptions) => run(options, context));
}

async function run(options: DoctorOptions, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const { checkFeeds } = await import('../doctor/check-feeds.ts');
  const { checkItems } = await import('../doctor/check-items.ts');
  const { checkSearches } = await import('../doctor/check-searches.ts');
  const { checkDisk } = await import('../doctor/check-disk.ts');
  const now = Date.now();
  const findings: Finding[] = [];
  if (options.deep) {
    const { checkRecords } = await import('../doctor/check-records.ts');
    findings.push(...(await checkRecords(options.data)));
  }
  // What is read of a damaged store says little of how it does.
  if (findings.every(({ level }) => level === 'ok')) {
    const checked = await withOpenStore(options, terminal, async (store) => [
      ...(options.table ? [] : [await checkDisk(options.data)]),
      ...(await checkFeeds(store, now)),
      ...(await checkItems(store, now)),
      ...(await checkSearches(store)),
    ]);
    findings.push(...checked);
  }
  if (options.table) {
    const { checkDeadLetters } = await import('../doctor/check-dead-letters.ts');
    findings.push(...(await checkDeadLetters(options, terminal)));
  }
  const version = context.version;
  if (options.json) await terminal.print(safeJson({ version, node: process.version, findings }, 2));
  else {
    await terminal.print(`Dateline ${version} on Node ${process.version}`);
    for (const finding of findings) for (const line of linesOf(finding, terminal.colour)) await terminal.print(line);
  }
  const wrong = findings.filter(({ level }) => level !== 'ok').length;
  const found = wrong === 1 ? '1 thing needs' : `${wrong} things need`;
  terminal.tell(wrong === 0 ? 'All is well.' : `${found} attention.`);
  if (wrong > 0) context.exitCode = EXIT.unwell;
}

const SIGNS: Record<Finding['level'], string> = { ok: 'ok     ', warning: 'warning', problem: 'PROBLEM' };

function linesOf({ check, level, message, advice }: Finding, { green, yellow, red, dim }: Colour): string[] {
  const paint = { ok: green, warning: yellow, problem: red }[level];
  const line = `${paint(SIGNS[level])}  ${check.padEnd(14)}${plain(message)}`;
  return advice === null ? [line] : [line, `${' '.repeat(23)}${dim(plain(advice))}`];
}
