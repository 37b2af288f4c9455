import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../deploy/processes.ts';
import { Report } from '../deploy/report.ts';
import { workingFolder } from '../deploy/working-folder.ts';
import { startServe } from '../support/cli.ts';
import { pythonWith } from '../support/python-with.ts';

// Runs the cells of examples/notebook.ipynb as a program, on the samples; and examples/statements.R where R is.
// npm run test:notebook
const PANDAS = { name: 'pandas', version: '2.3.3' };
const OFFLINE = { NODE_OPTIONS: `--import=${new URL('../support/offline.mjs', import.meta.url).href}` };
const { PATH = '' } = process.env;

interface Notebook {
  cells: { cell_type: string; source: string[] }[];
}

const report = new Report();
const folder = join(await workingFolder(), 'data');
const python = await pythonWith(PANDAS, (line) => report.say(line));
const serving = await startServe(folder, ['--no-poll'], OFFLINE);
const notebook = JSON.parse(await readFile('examples/notebook.ipynb', 'utf8')) as Notebook;
const cells = notebook.cells.filter(({ cell_type }) => cell_type === 'code').map(({ source }) => source.join(''));
const env = { PATH, DATELINE_DATA: folder, DATELINE_URL: serving.url.replace(/\/$/, '') };
const settings = { env, cwd: process.cwd(), timeoutSeconds: 120 };
const answer = await run(python, ['-c', cells.join('\n\n')], settings).then(
  (printed) => ({ printed, error: null }),
  (error: Error) => ({ printed: '', error: error.message }),
);
report.check('every cell runs', answer.error === null, answer.error);
for (const [what, pattern] of [
  ['it counts statements', /^\d\d+ statements of \d+ speakers in \d+ outlets$/m],
  ['it ranks speakers', /^Odette Varkanen\s+\d+\s+0\.\d+/m],
  ['it tells said from printed', /^said \d+ times, printed \d+ times$/m],
  ['it lists coming dates', /^0\s+\d{4}-\d\d-\d\d/m],
  ['it asks the API', /Odette Varkanen/],
] as const) {
  report.check(what, pattern.test(answer.printed), answer.printed);
}
const hasR = await run('Rscript', ['-e', 'library(RSQLite)'], settings).then(
  () => true,
  () => false,
);
if (hasR) {
  const printed = await run('Rscript', ['examples/statements.R', folder], settings);
  report.check('the R example ranks speakers', /Odette Varkanen/.test(printed), printed);
} else report.say('no R with RSQLite on this machine: its example is not run');
await serving.stop('SIGTERM');
process.exit(report.end() ? 0 : 1);
