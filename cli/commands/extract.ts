import { type Command, Option } from 'commander';
import { safeJson } from '../../lambda/common/control-characters.ts';
import type { ExtractionWithDurations } from '../../lambda/model/extraction.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { filterLines } from '../ndjson-filter.ts';
import { withJson } from '../options/output-options.ts';
import { extractionLines } from '../output/extraction-view.ts';
import { readInput } from '../read-input.ts';

interface ExtractOptions {
  json?: true;
  ndjson?: true;
  title?: string;
  publishedAt?: string;
  language?: string;
  country?: string;
  durations?: true;
}

/** `dateline extract`. */
export function addExtract(program: Command, context: CommandContext): void {
  withJson(
    program
      .command('extract')
      .description('find dateline, speakers, statements and dates in a text; nothing is stored')
      .argument('[file]', 'a UTF-8 text; - reads stdin')
      .option('--title <text>', 'the article’s title')
      .option('--published-at <time>', 'when it was published, as 2026-11-20 or 2026-11-20T14:32:00Z')
      .option('--language <code>', 'its language, as en or en-GB')
      .option('--country <code>', 'country of its feed, as US or GB: how 03/04/2026 is read')
      .option('--durations', 'also lengths of time and repeated days, as “two weeks” and “every Friday”'),
  )
    .addOption(
      new Option('--ndjson', 'filter stdin: {id, text, title?, publishedAt?} a line in, {id, …} a line out').conflicts([
        'json',
        'title',
        'publishedAt',
        'language',
        'country',
      ]),
    )
    .action(async (file: string | undefined, options: ExtractOptions) => {
      if (options.ndjson) await extractBatch(file, options, context);
      else await extractOne(file, options, context);
    });
}

async function extractBatch(
  file: string | undefined,
  { durations }: ExtractOptions,
  { terminal }: CommandContext,
): Promise<void> {
  if (file !== undefined && file !== '-') {
    throw new CommandError(
      EXIT.usage,
      'file-and-ndjson',
      '--ndjson reads stdin and takes no file',
      `Try: dateline extract --ndjson < ${file}`,
    );
  }
  const { extractLine, extractLineInputSchema } = await import('../../lambda/extract/extract-line.ts');
  const { parseOrThrow } = await import('../line-schema.ts');
  await filterLines(terminal, (input) =>
    extractLine(parseOrThrow(extractLineInputSchema, input), { durations: durations ?? false }),
  );
}

async function extractOne(
  file: string | undefined,
  options: ExtractOptions,
  { terminal }: CommandContext,
): Promise<void> {
  if (file === undefined) {
    const hint = 'Try: dateline extract article.txt, or dateline extract - to read stdin.';
    throw new CommandError(EXIT.usage, 'no-file', 'no file was given', hint);
  }
  const bytes = await readInput(file, terminal.stdin);
  const text = bytes.toString('utf8');
  if (text.trim() === '') throw new CommandError(EXIT.badInput, 'empty', `${file} has no text`);
  const { extract, extractWithDurations } = await import('../../lambda/extract/extract.ts');
  const { title, publishedAt, language, country, durations } = options;
  if (publishedAt !== undefined) await checkMoment(publishedAt);
  const run = durations ? extractWithDurations : extract;
  const extraction: ExtractionWithDurations = run({ text, title, publishedAt, language, country });
  if (options.json) await terminal.print(safeJson(extraction, 2));
  else await terminal.print(extractionLines(extraction, terminal).join('\n'));
}

async function checkMoment(text: string): Promise<void> {
  const { readMoment } = await import('../../lambda/extract/publication.ts');
  if (readMoment(text) !== null) return;
  const message = `--published-at ${text} is no day or moment; give it as 2026-11-20 or 2026-11-20T14:32:00Z`;
  throw new CommandError(EXIT.usage, 'bad-moment', message);
}
