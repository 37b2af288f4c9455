import { parseArgs } from 'node:util';
import { benchDates } from './dates.ts';
import { benchExtract } from './extract.ts';
import { benchHostile } from './hostile.ts';
import { benchHostileFetch } from './hostile-fetch.ts';
import { benchIngest } from './ingest.ts';
import { benchMachine } from './machine.ts';
import { benchParse } from './parse.ts';
import { benchQuality } from './quality.ts';
import { benchQueries, benchSearch } from './queries.ts';
import { benchSpeakers } from './speakers.ts';

interface BenchOptions {
  /** Folder of evaluation data. */
  data?: string;
  /** Folder whose packages are compared with, where the project has them not. */
  peers?: string;
  /** Numbers of feeds for `machine`, `100,300`; of statements for `queries` and `search`. */
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
  ingest: benchIngest,
  queries: (options) => benchQueries(sizesOf(options)),
  search: (options) => benchSearch(sizesOf(options)),
  machine: benchMachine,
  speakers: ({ peers }) => benchSpeakers(peers),
  quality: ({ data }) => benchQuality(data),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string' },
    peers: { type: 'string' },
    sizes: { type: 'string' },
    full: { type: 'boolean' },
  },
});
for (const name of positionals.length > 0 ? positionals : Object.keys(BENCHES)) {
  const bench = BENCHES[name];
  if (!bench) {
    console.error(`no bench named ${name}; there are: ${Object.keys(BENCHES).join(', ')}`);
    process.exitCode = 2;
    continue;
  }
  console.log(`\n${await bench(values)}`);
}
