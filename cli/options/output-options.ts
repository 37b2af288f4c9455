import { type Command, Option } from 'commander';

/** In which form a command answers; a table for people without any of them. */
export interface OutputOptions {
  json?: true;
  ndjson?: true;
  csv?: true;
}

/** Adds `--json`. */
export function withJson(command: Command): Command {
  return command.option('--json', 'answer JSON');
}

/** Adds `--json`, `--ndjson` and `--csv`, of which one may be given. */
export function withListOutput(command: Command): Command {
  return command
    .addOption(new Option('--json', 'answer a JSON array').conflicts(['ndjson', 'csv']))
    .addOption(new Option('--ndjson', 'answer one JSON object a line').conflicts(['json', 'csv']))
    .addOption(new Option('--csv', 'answer CSV with a header line').conflicts(['json', 'ndjson']));
}
