import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ENVIRONMENT } from '../lambda/model/names.ts';
import { bundleFunctions, type SourceMap } from '../lib/bundling/function-bundles.ts';
import { bytesBySource } from './mapped-bytes.ts';

const run = promisify(execFile);
const ROUNDS = 5;
const LARGEST_PARTS = 5;
// What functions are told when they are deployed; nothing is reached by loading them.
const SETTINGS = {
  [ENVIRONMENT.stage]: 'bench',
  [ENVIRONMENT.table]: 'records',
  [ENVIRONMENT.queueUrl]: 'http://127.0.0.1:1/000000000000/feeds.fifo',
  [ENVIRONMENT.articleExtractor]: 'article-extractor',
  [ENVIRONMENT.retentionDays]: '90',
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
};

/** Milliseconds from asking for the bundle to having its handler, in a process of its own with nothing else in reach. */
async function importTime(folder: string): Promise<number> {
  const program = `const began = performance.now(); await import(${JSON.stringify(join(folder, 'index.mjs'))}); console.log(performance.now() - began); process.exit()`;
  const env = { PATH: process.env.PATH, LAMBDA_TASK_ROOT: folder, ...SETTINGS };
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], { cwd: folder, env });
  return Number(stdout.trim().split('\n').at(-1));
}

/** The package of a source, or the room of the project that it lies in. */
function partOf(source: string): string {
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];
  if (inPackage) return /^(@[^/]+)\//.exec(inPackage)?.[1] ?? inPackage;
  return /(lambda\/[^/]+|lib\/[^/]+|samples|web)\//.exec(source)?.[1] ?? 'other';
}

/** What the functions are when they start: size, time to import, top-level await, and what is in them. */
export async function benchColdStart(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bundles-'));
  try {
    const rows: string[] = [];
    for (const { handler, folder: bundle, map } of await bundleFunctions(folder)) {
      const code = await readFile(join(bundle, 'index.mjs'), 'utf8');
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) times.push(await importTime(bundle));
      const median = times.toSorted((one, other) => one - other)[ROUNDS >> 1] ?? Number.NaN;
      const size = Buffer.byteLength(code) / 1000;
      rows.push(`| ${handler} | ${size.toFixed(0)} | ${median.toFixed(0)} | ${largestParts(code, map)} |`);
    }
    return `| cold start | KB | import, ms | largest parts, KB |\n| --- | --- | --- | --- |\n${rows.toSorted().join('\n')}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function largestParts(code: string, map: SourceMap): string {
  const parts = new Map<string, number>();
  for (const [source, bytes] of bytesBySource(code, map)) {
    const part = partOf(source);
    parts.set(part, (parts.get(part) ?? 0) + bytes);
  }
  const largest = [...parts].sort(([, one], [, other]) => other - one).slice(0, LARGEST_PARTS);
  return largest.map(([part, bytes]) => `${part} ${(bytes / 1000).toFixed(0)}`).join(', ');
}
