import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { PortError } from '../../local/http-server.ts';
import type { Serving } from '../../local/serve.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { folderError } from '../open-store.ts';
import { DEFAULT_DATA, dataOption } from '../options/store-options.ts';
import { readWholeNumber } from '../options/values.ts';
import { plain } from '../output/plain.ts';
import { createProgress } from '../output/progress.ts';
import type { Terminal } from '../terminal.ts';

/** In milliseconds. */
const ORPHAN_CHECK = 500;

interface ServeOptions {
  data: string;
  port: number;
  host: string;
  publicUrl?: URL;
  poll: boolean;
}

/** `dateline serve`. */
export function addServe(program: Command, context: CommandContext): void {
  program
    .command('serve')
    .description('run everything on this machine: poll the feeds, serve the API and the pages')
    .addOption(dataOption())
    .addOption(
      new Option('--port <number>', 'port to listen on; 0 takes a free one')
        .env('DATELINE_PORT')
        .argParser(readWholeNumber(0, 65_535))
        .default(8787),
    )
    .addOption(
      new Option('--host <address>', 'address of this machine to listen on; others than 127.0.0.1 ask for keys')
        .env('DATELINE_HOST')
        .argParser(readHost)
        .default('127.0.0.1'),
    )
    .addOption(
      new Option('--public-url <url>', 'address by which others open it, through a proxy that ends TLS; asks for keys')
        .env('DATELINE_PUBLIC_URL')
        .argParser(readPublicUrl),
    )
    .option('--no-poll', 'ask no feeds: serve what is stored')
    .action((options: ServeOptions) => run(options, context));
}

async function run(options: ServeOptions, { terminal, environment }: CommandContext): Promise<void> {
  const { limitHeapGrowth } = await import('../../local/limit-heap-growth.ts');
  limitHeapGrowth();
  const { serve } = await import('../../local/serve.ts');
  const { readLocalSettings } = await import('../../local/settings.ts');
  const { systemClock: clock } = await import('../../local/clock.ts');
  const { createLineLog } = await import('../../local/line-log.ts');
  const progress = createProgress(terminal);
  const shown = new Map<string, string>();
  const stopped = Promise.race([untilSignal(terminal), ...(runByNpm(environment) ? [untilOrphaned()] : [])]);
  const serving = await serve({
    folder: options.data,
    port: options.port,
    host: options.host,
    publicUrl: options.publicUrl ?? null,
    poll: options.poll,
    settings: readLocalSettings(environment),
    clock,
    log: createLineLog((line) => terminal.tell(plain(line)), environment.DEBUG ? 'info' : 'error'),
    onPoll(title, line) {
      // A feed that goes on failing for the same reason is told once.
      if (line === 'nothing new' || shown.get(title) === line) return;
      shown.set(title, line);
      terminal.tell(plain(`${title}: ${line}`));
    },
    onTakeOver: () => terminal.tell('The other process has ended: this one polls the feeds from now on.'),
    onProgress: (done, total) => progress.update(`${done} of ${total} sample articles`),
  }).catch((error: unknown) => {
    throw explained(error, options);
  });
  progress.end();
  await welcome(serving, options, terminal);
  await stopped;
  await serving.stop();
  terminal.tell('Stopped; the next start goes on from here.');
}

async function welcome(
  { url, firstRun, firstKey, polledBy }: Serving,
  { data, poll, host, publicUrl }: ServeOptions,
  terminal: Terminal,
): Promise<void> {
  if (firstRun) {
    const { sample, subscribed } = firstRun;
    terminal.tell(
      `New store in ${data}: ${sample.newItems} sample articles stored, ${subscribed.added.length} public feeds subscribed.`,
    );
  }
  await terminal.print(`Dateline serves ${url}`);
  const isOpen = isLoopback(host) && publicUrl === undefined;
  if (firstKey !== null) {
    terminal.tell(`  key:  ${firstKey}`);
    terminal.tell(
      '        This key may change everything. It is not shown again; `dateline keys create NAME` makes others.',
    );
  }
  if (!isOpen && publicUrl === undefined) {
    terminal.tell(
      '  Browsers sign in over TLS only: put a proxy in front, and name its address with --public-url https://NAME.',
    );
  }
  const header = isOpen ? '' : "-H 'Authorization: Bearer KEY' ";
  terminal.tell(`  try:  curl ${header}${url}v1/statements?limit=5`);
  const isElsewhere = resolve(data) !== resolve(DEFAULT_DATA);
  terminal.tell(`  or:   npx dateline statements --limit 5${isElsewhere ? ` --data ${quoted(resolve(data))}` : ''}`);
  if (isElsewhere) terminal.tell(`  All commands of a terminal: export DATELINE_DATA=${quoted(resolve(data))}`);
  const polled =
    polledBy === null
      ? 'Feeds are polled in the background.'
      : `Feeds are polled by ${polledBy}; this process takes over when that one ends.`;
  terminal.tell(`  ${poll ? polled : 'No feeds are polled.'} Ctrl-C stops.`);
}

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once, which loses nothing but needs a longer start. */
function untilSignal(terminal: Terminal): Promise<void> {
  return new Promise((end) => {
    let signals = 0;
    const stop = (signal: NodeJS.Signals): void => {
      signals += 1;
      if (signals > 1) process.exit(signal === 'SIGINT' ? 130 : 143);
      terminal.tell('Stopping; once more ends at once.');
      end();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}

const runByNpm = (environment: CommandContext['environment']): boolean => environment.npm_lifecycle_event !== undefined;

/** Resolves when the process that started this one is gone: npm's shell ends at a signal of npm, and passes none on. */
function untilOrphaned(): Promise<void> {
  const parent = process.ppid;
  return new Promise((end) => {
    const timer = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(timer);
      end();
    }, ORPHAN_CHECK);
    timer.unref();
  });
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  return /^[\w./@%+-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}

function explained(error: unknown, { port, data }: ServeOptions): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'port-taken' || code === 'port-refused') {
    const hint = `Choose another one: dateline serve --port ${port < 65_535 ? port + 1 : 8787}, or --port 0 for any free one.`;
    return new CommandError(EXIT.unavailable, code, (error as PortError).message, hint, error);
  }
  return folderError(data, error);
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');

/** An IP address, or `localhost`. */
function readHost(text: string): string {
  if (isIP(text) > 0 || text === 'localhost') return text;
  throw new InvalidArgumentError('must be an IP address of this machine, as 0.0.0.0 for all of them');
}

/** The address of a whole host. */
function readPublicUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isWhole = url !== null && url.pathname === '/' && url.search === '' && url.username === '';
  if (url && isWhole && /^https?:$/.test(url.protocol)) return url;
  throw new InvalidArgumentError('must be the address of a host, as https://news.example.org');
}
