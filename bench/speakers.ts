import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { inventedNews } from './invented-news.ts';
import { compare } from './measure.ts';

const BYTES = 400_000;
const LOADS = 5;

type Read = (text: string) => unknown;

/** Something that reads texts: the module to load, and a function body that makes a reader of it. */
interface Contender {
  name: string;
  /** Files or modules to import, by path. */
  modules: string[];
  /** An expression that makes a reader out of `modules`, the imported modules. */
  reader: string;
}

const COMPROMISE =
  '((nlp) => (text) => { const doc = nlp(text); return [doc.sentences().length, doc.people().out("array"), doc.terms().json()]; })(modules[0].default)';
const WINK =
  '((winkNlp, model) => { const nlp = winkNlp(model, ["sbd", "pos", "ner"]); const its = nlp.its; return (text) => { const doc = nlp.readDoc(text); return [doc.sentences().length(), doc.entities().out(), doc.tokens().out(its.pos)]; }; })(modules[0].default, modules[1].default)';

/** Loads in a process of its own: milliseconds of processor time and megabytes, the median of several. */
function loading({ modules, reader }: Contender, sample: string): { milliseconds: number; megabytes: number } {
  const code = `import { readFileSync } from 'node:fs';
    const text = readFileSync(0, 'utf8');
    const before = process.memoryUsage().rss, began = process.cpuUsage();
    const modules = await Promise.all(${JSON.stringify(modules)}.map((url) => import(url)));
    const read = ${reader};
    const { user, system } = process.cpuUsage(began);
    read(text);
    console.log(JSON.stringify([(user + system) / 1e3, (process.memoryUsage().rss - before) / 1e6]));`;
  const runs = Array.from({ length: LOADS }, () => {
    const args = ['--input-type=module', '-e', code];
    return JSON.parse(execFileSync(process.execPath, args, { input: sample, encoding: 'utf8' })) as [number, number];
  });
  const median = (index: 0 | 1): number =>
    runs.map((run) => run[index]).toSorted((a, b) => a - b)[LOADS >> 1] ?? Number.NaN;
  return { milliseconds: median(0), megabytes: median(1) };
}

async function readerOf({ modules: urls, reader }: Contender): Promise<Read> {
  const modules = await Promise.all(urls.map((url) => import(url)));
  return new Function('modules', `return ${reader};`)(modules) as Read;
}

/** The libraries, where they can be found from the folder (one that `npm install --prefix` made); what is absent is named. */
function libraries(folder: string): { found: Contender[]; absent: string[] } {
  const require = createRequire(join(resolve(folder), 'package.json'));
  const found: Contender[] = [];
  const absent: string[] = [];
  for (const [name, packages, reader] of [
    ['compromise', ['compromise'], COMPROMISE],
    ['wink-nlp', ['wink-nlp', 'wink-eng-lite-web-model'], WINK],
  ] as const) {
    try {
      const modules = packages.map((one) => pathToFileURL(require.resolve(one)).href);
      found.push({ name: `${name}: sentences, names, parts of speech`, modules, reader });
    } catch {
      absent.push(name);
    }
  }
  return { found, absent };
}

/** Our extraction of statements as one minified file. */
async function bundled(work: string): Promise<Contender & { kilobytes: number }> {
  const outfile = join(work, 'statements.mjs');
  const entryPoints = ['lambda/extract/speakers/extract-statements.ts'];
  await build({ entryPoints, outfile, bundle: true, minify: true, format: 'esm', platform: 'node', logLevel: 'error' });
  const reader = '((extract) => (text) => extract({ text }))(modules[0].extractStatements)';
  const kilobytes = statSync(outfile).size / 1e3;
  return {
    name: 'Dateline: statements with speakers and roles',
    modules: [pathToFileURL(outfile).href],
    reader,
    kilobytes,
  };
}

/** Statements and speakers beside two language libraries that only find sentences, names and parts of speech, on the same invented news. */
export async function benchSpeakers(folder = '.'): Promise<string> {
  const work = mkdtempSync(join(tmpdir(), 'speakers-'));
  try {
    const articles = inventedNews(BYTES);
    const bytes = articles.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    const ours = await bundled(work);
    const { found, absent } = libraries(folder);
    const contenders: Contender[] = [ours, ...found];
    const sample = articles[0] ?? '';
    const readers = await Promise.all(contenders.map(readerOf));
    const rows = await compare(
      bytes,
      contenders.map(({ name }, index) => ({ name, run: () => articles.map((text) => readers[index]?.(text)) })),
    );
    const head =
      '| statements and speakers | KB/s | beside the first | load, ms of processor time | memory, MB |\n| --- | --- | --- | --- | --- |';
    const body = rows.map(({ name, megabytesPerSecond, ratio }, index) => {
      const { milliseconds, megabytes } = loading(contenders[index] as Contender, sample);
      return `| ${name} | ${(megabytesPerSecond * 1e3).toFixed(0)} | ${ratio.toFixed(2)} | ${milliseconds.toFixed(0)} | ${megabytes.toFixed(0)} |`;
    });
    const notes = [
      `Our part is ${ours.kilobytes.toFixed(0)} KB minified.`,
      ...absent.map((name) => `${name} is not installed here; give a folder that has it with --peers DIR.`),
    ];
    return [head, ...body, '', ...notes].join('\n');
  } finally {
    rmSync(work, { recursive: true });
  }
}
