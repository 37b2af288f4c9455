import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run, stopAll } from '../deploy/processes.ts';
import { startServe, temporaryFolder } from '../support/cli.ts';
import { pythonWith } from '../support/python-with.ts';

const SCHEMATHESIS = { name: 'schemathesis', version: '4.32.5' };
/** The same requests each time. */
const SEED = 20_260_301;
/** For each operation, beside those that cover each value of each parameter. */
const EXAMPLES = 8;
/** What is read of its report. */
interface SchemathesisReport {
  complete: boolean;
  operations: { total: number; tested: number };
  test_cases: { generated: number; with_failures: number; errored: number };
}

const CHECKS = [
  ...['not_a_server_error', 'status_code_conformance', 'content_type_conformance', 'response_headers_conformance'],
  ...['response_schema_conformance', 'unsupported_method', 'allow_header_conformance'],
];
/** Hosts are looked up through a file of our own making: what is fuzzed is never asked over the network. */
const OFFLINE = { NODE_OPTIONS: `--import=${new URL('../support/offline.mjs', import.meta.url).href}` };

const say = (text: string): void => console.log(text);
const data = await temporaryFolder();
process.on('SIGINT', stopAll);
process.on('SIGTERM', stopAll);
const python = await pythonWith(SCHEMATHESIS, say);
const serving = await startServe(data.folder, ['--no-poll'], OFFLINE);
let counts = { passed: 0, failed: 1 };
try {
  const [settingsFile, reportFile] = [join(data.folder, 'schemathesis.toml'), join(data.folder, 'report.json')];
  await writeFile(settingsFile, await settingsFor(serving.url));
  const words = [
    ...['-m', 'schemathesis.cli', '--config-file', settingsFile, 'run', `${serving.url}openapi.json`],
    ...['--seed', String(SEED), '--max-examples', String(EXAMPLES), '--checks', CHECKS.join(',')],
    ...['--phases', 'examples,coverage,fuzzing', '--continue-on-failure', '--no-color'],
    ...['--report-json-path', reportFile],
  ];
  const settings = { env: { PATH: process.env.PATH, HOME: data.folder }, cwd: data.folder, timeoutSeconds: 300 };
  say(await run(python, words, settings).catch((error: Error) => error.message));
  counts = countsOf(JSON.parse(await readFile(reportFile, 'utf8')));
} finally {
  await serving.stop('SIGTERM');
  await data.remove();
}
say(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;

/** Requests whose answers are as the document has them, and others; a run that did not reach every route has failed. */
function countsOf({ complete, operations, test_cases }: SchemathesisReport): typeof counts {
  const { generated, with_failures, errored } = test_cases;
  const untested = complete ? operations.total - operations.tested : 1;
  return { passed: generated - with_failures - errored, failed: with_failures + errored + untested };
}

/** Requests for one thing are for one that is there; what is not there is asked for in test/lambda/api. */
async function settingsFor(url: string): Promise<string> {
  const rowsOf = async (list: string): Promise<{ id: string; speaker?: { id: string | null } | null }[]> => {
    const answer = await fetch(`${url}v1/${list}?limit=100`);
    return ((await answer.json()) as { data: { id: string }[] }).data;
  };
  const speaker = (await rowsOf('statements')).find((row) => row.speaker?.id)?.speaker?.id;
  const ids = {
    'items/{id}': (await rowsOf('items'))[0]?.id,
    'feeds/{id}': (await rowsOf('feeds'))[0]?.id,
    'speakers/{id}': speaker,
    'stats/speakers/{id}': speaker,
  };
  return Object.entries(ids)
    .map(([path, id]) => {
      if (id === undefined) throw new Error(`nothing is at /v1/${path}`);
      return `[[operations]]\ninclude-path = "/v1/${path}"\nparameters = { "path.id" = ${JSON.stringify(id)} }\n`;
    })
    .join('\n');
}
