import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { DatelineStack } from '../dateline-stack.ts';
import { readSettings } from '../settings.ts';

const HANDLERS = ['dispatch', 'ingest', 'article-extractor', 'api', 'rollup', 'notify'];

/** What of a source map tells where code is from. */
export interface SourceMap {
  sources: string[];
  mappings: string;
}

/** One function as it is deployed. */
export interface FunctionBundle {
  handler: string;
  /** Folder with its `index.mjs`. */
  folder: string;
  map: SourceMap;
}

/** Bundles all functions into a folder, by synthesising the stack: the code is what a deploy sends. */
export async function bundleFunctions(into: string): Promise<FunctionBundle[]> {
  const app = new App({ outdir: into });
  new DatelineStack(
    app,
    readSettings((name) => (({ stage: 'bench', retentionDays: 90 }) as Record<string, unknown>)[name]),
  );
  app.synth();
  const bundles: FunctionBundle[] = [];
  for (const name of await readdir(into)) {
    const folder = join(into, name);
    if (!existsSync(join(folder, 'index.mjs.map'))) continue;
    const map = JSON.parse(await readFile(join(folder, 'index.mjs.map'), 'utf8')) as SourceMap;
    const handler = HANDLERS.find((one) => map.sources.some((source) => source.endsWith(`handlers/${one}.ts`)));
    if (handler) bundles.push({ handler, folder, map });
  }
  return bundles;
}
