import { parseArgs } from 'node:util';
import { benchExtract } from './extract.ts';
import { benchHostile } from './hostile.ts';
import { benchIngest } from './ingest.ts';
import { benchParse } from './parse.ts';
import { benchQuality } from './quality.ts';
import { benchSpeakers } from './speakers.ts';

const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' }, modules: { type: 'string' } },
});

const BENCHES: Record<string, () => Promise<string>> = {
  parse: benchParse,
  hostile: benchHostile,
  extract: benchExtract,
  ingest: benchIngest,
  speakers: () => benchSpeakers(values.modules),
  quality: () => benchQuality(values.data),
};

for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) {
  const bench = BENCHES[name];
  if (!bench) {
    console.error(`no bench named ${name}; there are: ${Object.keys(BENCHES).join(', ')}`);
    process.exitCode = 2;
    continue;
  }
  console.log(`\n${await bench()}`);
}
