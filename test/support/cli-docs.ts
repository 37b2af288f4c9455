import type { Command } from 'commander';
import { EXIT } from '../../cli/exit-codes.ts';
import { createProgram } from '../../cli/program.ts';
import { processTerminal } from '../../cli/terminal.ts';

const WIDTH = 100;

function wholeProgram(): Command {
  const program = createProgram({ terminal: processTerminal(), environment: {}, version: '0', exitCode: EXIT.ok });
  const atWidth = (command: Command): void => {
    command.configureOutput({ getOutHelpWidth: () => WIDTH, getOutHasColors: () => false });
    command.commands.forEach(atWidth);
  };
  atWidth(program);
  return program;
}

function all(command: Command, path: string[] = []): { path: string[]; command: Command }[] {
  const here = [...path, command.name()];
  return [{ path: here, command }, ...command.commands.flatMap((inner) => all(inner, here))];
}

/** Every command with the words that lead to it, as `['dateline', 'feeds', 'add']`. */
export function commandPaths(): string[][] {
  return all(wholeProgram()).map(({ path }) => path);
}

const INTRODUCTION = `# Command line

Written from \`--help\` by \`npm run docs:cli\`; a test holds it against the program.

\`dateline\` works on the store in \`./data\` (\`--data\`, \`DATELINE_DATA\`), beside a running \`dateline serve\` too, or on a
deployed table (\`--table\`, \`DATELINE_TABLE\`) with the usual AWS settings, \`AWS_ENDPOINT_URL\` among them. Data goes to
stdout, messages and progress to stderr. Lists are tables for people, or JSON, a JSON object a line, or CSV.

\`dateline serve\` reads more from the environment: \`DATELINE_PORT\`, \`DATELINE_RETENTION_DAYS\` (days that items are kept; 0,
the default, for ever), \`DATELINE_CONTACT\` (an address for the User-Agent) and \`DATELINE_ALLOW_HOSTS\` (private places that
may be fetched from, as \`127.0.0.1:8080\`, \`10.0.0.0/8\` or \`intranet.example\`, with commas between; each admits the addresses
that are written so, not every name that resolves there).

## Exit codes

| code | meaning |
| --- | --- |
| 0 | all went well |
| 1 | a defect of Dateline; \`DEBUG=1\` shows where |
| 2 | the command line is not right |
| 3 | what was asked for is not there |
| 4 | a file or text that was given is not what it must be |
| 5 | some of the work failed; what, is told on stderr |
| 6 | something needed does not answer or is taken: the table, the data folder, the port, the network |
| 7 | \`dateline doctor\` has found something that is not well |

## Batch filters

\`dateline extract --ndjson\` and \`dateline parse --ndjson\` read a JSON object a line from stdin and answer one a line, in the
same order, each as soon as it is done. A line that can't be worked on gives \`{"id", "error": {"code", "message"}}\`, and the
run goes on and ends with 0.

| command | in | out |
| --- | --- | --- |
| \`extract\` | \`{id, text, title?, publishedAt?, fetchedAt?, language?}\` | \`{id, dateline, publishedAt, publishedAtSource, speakers, statements, dates}\` |
| \`parse\` | \`{id, file \\| content, url?, headers?}\` | \`{id, feed: {title, link, language, description}, items: […]}\` |

Offsets are UTF-16 units into the given text, ends exclusive; [data-format.md](data-format.md) says what the fields mean.
`;

/** The page on the command line. */
export function cliDocs(): string {
  const sections = all(wholeProgram()).map(({ path, command }) => {
    const lines: string[] = [];
    command.configureOutput({
      getOutHelpWidth: () => WIDTH,
      getOutHasColors: () => false,
      writeOut: (text) => void lines.push(text),
    });
    command.outputHelp();
    return `## ${path.join(' ')}\n\n\`\`\`text\n${lines.join('').trim()}\n\`\`\`\n`;
  });
  return [INTRODUCTION, ...sections].join('\n');
}
