import { type Command, Option } from 'commander';
import { safeJson } from '../../lambda/common/control-characters.ts';
import type { FeedDocument } from '../../lambda/model/feed-document.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { filterLines } from '../ndjson-filter.ts';
import { withJson } from '../options/output-options.ts';
import { minute } from '../output/cells.ts';
import { plain } from '../output/plain.ts';
import { tableLines } from '../output/table.ts';
import { readInput } from '../read-input.ts';
import type { Terminal } from '../terminal.ts';

interface ParseOptions {
  json?: true;
  ndjson?: true;
  url?: string;
  contentType?: string;
}

/** `dateline parse`. */
export function addParse(program: Command, context: CommandContext): void {
  withJson(
    program
      .command('parse')
      .description('read a feed of any format, and show what is in it; nothing is stored')
      .argument('[file]', 'RSS, Atom, RDF or JSON Feed; - reads stdin')
      .option('--url <address>', 'where it comes from: relative links are resolved against it')
      .option('--content-type <type>', 'the Content-Type header that came with it'),
  )
    .addOption(
      new Option(
        '--ndjson',
        'filter stdin: {id, file | content, url?, headers?} a line in, {id, feed, items} a line out',
      ).conflicts(['json', 'url', 'contentType']),
    )
    .action(async (file: string | undefined, options: ParseOptions) => {
      if (options.ndjson) await parseBatch(file, context);
      else await parseOne(file, options, context);
    });
}

async function parseBatch(file: string | undefined, { terminal }: CommandContext): Promise<void> {
  if (file !== undefined && file !== '-') {
    throw new CommandError(
      EXIT.usage,
      'file-and-ndjson',
      '--ndjson reads stdin and takes no file',
      `Try: dateline parse ${file} --json`,
    );
  }
  const { parseFeed } = await import('../../lambda/parse/parse-feed.ts');
  const { toParseLine } = await import('../../lambda/parse/parse-line.ts');
  const { parseLineInputSchema, parseOrThrow } = await import('../line-schema.ts');
  await filterLines(terminal, async (input) => {
    const { file: path, content = '', url, headers } = parseOrThrow(parseLineInputSchema, input);
    const bytes = path === undefined ? Buffer.from(content) : await readInput(path, terminal.stdin);
    return toParseLine(await parseFeed(bytes, { url: url ?? undefined, headers: headers ?? undefined }));
  });
}

async function parseOne(file: string | undefined, options: ParseOptions, { terminal }: CommandContext): Promise<void> {
  if (file === undefined) {
    const hint = 'Try: dateline parse feed.xml, or dateline parse - to read stdin.';
    throw new CommandError(EXIT.usage, 'no-file', 'no file was given', hint);
  }
  const bytes = await readInput(file, terminal.stdin);
  const { parseFeed } = await import('../../lambda/parse/parse-feed.ts');
  const headers = options.contentType === undefined ? undefined : { 'content-type': options.contentType };
  const document = await parseFeed(bytes, { url: options.url, headers }).catch((error: unknown) => {
    throw error instanceof Error && 'code' in error
      ? new CommandError(
          EXIT.badInput,
          String(error.code),
          `${file} is not a feed that can be read: ${error.message}`,
          null,
          error,
        )
      : error;
  });
  if (options.json) {
    const { toParseLine } = await import('../../lambda/parse/parse-line.ts');
    await terminal.print(safeJson({ ...toParseLine(document), warnings: document.warnings }, 2));
  } else await view(document, terminal);
}

async function view(
  { format, title, link, language, entries, warnings }: FeedDocument,
  terminal: Terminal,
): Promise<void> {
  const facts = [format, link, language, `${entries.length} entries`].filter((fact) => fact !== null);
  await terminal.print(terminal.colour.bold(plain(title ?? 'a feed without a title')));
  await terminal.print(plain(facts.join(' · ')));
  const lines = tableLines(
    entries,
    [
      { title: 'PUBLISHED', value: ({ published }) => minute(published?.value) },
      { title: 'TITLE', value: (entry) => entry.title ?? '', flexible: 3 },
      { title: 'LINK', value: (entry) => entry.url ?? '', flexible: 1 },
    ],
    terminal.columns,
  );
  if (entries.length > 0) await terminal.print(`\n${lines.join('\n')}`);
  for (const { code, message } of warnings) terminal.tell(`warning: ${plain(message)} (${code})`);
}
