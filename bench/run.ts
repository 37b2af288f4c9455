import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { benchAlerts } from './alerts.ts';
import { benchColdStart } from './cold-start.ts';
import { benchDates } from './dates.ts';
import { benchDeployment } from './deployment.ts';
import { benchExtract } from './extract.ts';
import { benchFullText } from './full-text.ts';
import { benchHostile } from './hostile.ts';
import { benchHostileFetch } from './hostile-fetch.ts';
import { benchIngest } from './ingest.ts';
import { benchIngestMemory } from './ingest-memory.ts';
import { benchMachine } from './machine.ts';
import { benchPaint } from './paint.ts';
import { benchParse } from './parse.ts';
import { benchQuality } from './quality.ts';
import { benchQueries, benchSearch } from './queries.ts';
import { benchImport, benchLargeDay } from './rollup/large-day.ts';
import { benchSpeakers } from './speakers.ts';
import { benchStoreWrites } from './store-writes.ts';
import { benchStories } from './stories.ts';
import { readTables, writeResults } from './tables.ts';

interface BenchOptions {
  /** Folder of evaluation data. */
  data?: string;
  /** Folder whose packages are compared with, where the project has them not. */
  peers?: string;
  /** Numbers of feeds for `machine`, `100,300`, and one for `deployment`; of statements for `queries` and `search`. */
  sizes?: string;
  /** The largest sizes too. */
  full?: boolean;
}

const sizesOf = ({ sizes, full }: BenchOptions): number[] =>
  sizes?.split(',').map(Number) ?? [10_000, 50_000, 200_000, ...(full ? [1_000_000] : [])];

const BENCHES: Record<string, (options: BenchOptions) => Promise<string>> = {
  parse: benchParse,
  hostile: benchHostile,
  'hostile-fetch': benchHostileFetch,
  extract: benchExtract,
  dates: benchDates,
  'full-text': benchFullText,
  alerts: benchAlerts,
  store: benchStoreWrites,
  'cold-start': benchColdStart,
  ingest: benchIngest,
  'ingest-memory': benchIngestMemory,
  queries: (options) => benchQueries(sizesOf(options)),
  search: (options) => benchSearch(sizesOf(options)),
  paint: benchPaint,
  stories: benchStories,
  'large-day': ({ sizes }) => benchLargeDay(Number(sizes ?? 1_000_000)),
  import: ({ sizes }) => benchImport(Number(sizes ?? 10_000)),
  machine: benchMachine,
  deployment: benchDeployment,
  speakers: ({ peers }) => benchSpeakers(peers),
  quality: ({ data }) => benchQuality(data),
};

/** Too long for a run of all, which stays under ten minutes. */
const ONLY_BY_NAME = new Set(['deployment', 'ingest-memory', 'large-day', 'import']);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    peers: { type: 'string' },
    sizes: { type: 'string' },
    full: { type: 'boolean' },
    json: { type: 'string' },
    write: { type: 'boolean' },
  },
});
const wanted = positionals.length > 0 ? positionals : Object.keys(BENCHES).filter((name) => !ONLY_BY_NAME.has(name));
const unknown = wanted.filter((name) => !BENCHES[name]);
if (unknown.length > 0) {
  console.error(`no bench named ${unknown.join(', ')}; there are: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
const began = performance.now();
const machine = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${(totalmem() / 1e9).toFixed(0)} GB`;
const results = new Map<string, string>([['machine named', `${machine}, ${new Date().toISOString().slice(0, 10)}.`]]);
const seconds: Record<string, number> = {};
console.log(machine);
for (const name of wanted) {
  const start = performance.now();
  const result = (await BENCHES[name]?.(values)) ?? '';
  seconds[name] = Math.round((performance.now() - start) / 100) / 10;
  results.set(name, result);
  console.log(`\n${result}\n\n${name}: ${seconds[name]} s`);
}
console.log(`\nall: ${((performance.now() - began) / 1000).toFixed(0)} s`);
if (values.json !== undefined) {
  const benches = wanted.map((name) => ({ name, seconds: seconds[name], tables: readTables(results.get(name) ?? '') }));
  await writeFile(values.json, `${JSON.stringify({ machine, at: new Date().toISOString(), benches }, null, 2)}\n`);
}
if (values.write) console.log(`bench/README.md has new tables of: ${(await writeResults(results)).join(', ')}`);
