import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ENVIRONMENT } from '../../lambda/model/names.ts';

/** What a process of the function needs to know. */
export interface IngestSettings {
  /** Folder with the bundle. */
  folder: string;
  /** Where the table's server listens. */
  endpoint: string;
  table: string;
  /** Of the function, for the size of the heap. */
  megabytes: number;
}

/** What one run has taken, and brought. */
export interface IngestRun {
  peakMegabytes: number;
  seconds: number;
  read: number;
  newItems: number;
}

interface Line {
  message?: string;
  result?: string;
  items?: string[];
  peak?: number;
  seconds?: number;
  failures?: number;
}

// The peak is of the process's own address space: getrusage's has that of the process in it from which it was forked. Nothing but what Lambda has too may be in the process that is measured.
const PROGRAM = `
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
const event = JSON.parse(await text(process.stdin));
const { handler } = await import(process.argv[1]);
const began = performance.now();
let failures = 0;
// What a slow machine leaves when a message's time is over comes again, as with the next run of dispatch.
for (let run = 0; run < 10; run++) {
  const start = performance.now();
  failures += (await handler(event)).batchItemFailures.length;
  if (performance.now() - start < 2000) break;
}
console.log(JSON.stringify({
  peak: Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]), seconds: (performance.now() - began) / 1000, failures,
}));
process.exit();
`;

/** Runs the bundled function with the messages, in a process of its own whose heap is as large as in a function of that size. */
export async function runIngest(messages: { host: string }[], settings: IngestSettings): Promise<IngestRun> {
  const attributes = { MessageGroupId: 'lane-0', ApproximateReceiveCount: '1', SentTimestamp: '0' };
  // A record has at least one message.
  const Records = messages.length === 0 ? [] : [{ messageId: '0', body: JSON.stringify({ messages }), attributes }];
  // As Lambda's bootstrap says it on the command line, which overrides NODE_OPTIONS.
  const heap = [
    `--max-old-space-size=${Math.round(settings.megabytes * 0.9)}`,
    `--max-semi-space-size=${Math.round(settings.megabytes * 0.05)}`,
  ];
  const program = ['--input-type=module', '--eval', PROGRAM, join(settings.folder, 'index.mjs')];
  const child = spawn(process.execPath, [...heap, ...program], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, NODE_OPTIONS: '--enable-source-maps', ...environmentOf(settings) },
  });
  child.stdin.end(JSON.stringify({ Records }));
  const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const lines = said.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line) as Line] : []));
  const last = lines.at(-1);
  if (last?.peak === undefined || last.failures !== 0) {
    throw new Error(`the function did not end well: ${complained.slice(-2000)} ${said.slice(-2000)}`);
  }
  const polls = lines.filter(({ message }) => message === 'feed polled');
  return {
    peakMegabytes: last.peak / 1024,
    seconds: last.seconds ?? Number.NaN,
    read: polls.filter(({ result }) => result === 'read').length,
    newItems: polls.reduce((sum, { items = [] }) => sum + items.length, 0),
  };
}

function environmentOf({ endpoint, table, folder, megabytes }: IngestSettings): Record<string, string> {
  return {
    [ENVIRONMENT.stage]: 'bench',
    [ENVIRONMENT.table]: table,
    [ENVIRONMENT.articleExtractor]: 'article-extractor',
    [ENVIRONMENT.retentionDays]: '90',
    [ENVIRONMENT.allowHosts]: '127.0.0.0/8',
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(megabytes),
    LAMBDA_TASK_ROOT: folder,
  };
}
