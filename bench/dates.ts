import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractDateline } from '../lambda/extract/dateline/extract-dateline.ts';
import { extractDates } from '../lambda/extract/dates/extract-dates.ts';
import { type Finder, type Found, loadPeers } from './dates/peers.ts';
import { type Annotated, f1, type Tally, tallyDocument } from './dates/score.ts';

interface NewsDocument {
  text: string;
  published: string;
  dates: Annotated[];
}

const MILLISECONDS = 2_000;
const PUBLISHED = '2026-11-19';
const SENTENCES = [
  'Dock workers at Halver walked out on Monday and threatened a longer strike in January.',
  'Third-quarter sales fell to $41 million from $46 million a year earlier, Tallow Foods said on Nov. 12, 2026.',
  'The bridge, begun in 1998 and closed since last spring, opens again at 9 a.m. on Dec. 5.',
  'Some 2,400 people crossed it every day in the 1990s, and it took them twenty minutes.',
  'The two sides meet next week and must agree by year-end or before Easter.',
  'Nobody was hurt, the port said, and the cranes were sold for 1,950 dollars each.',
];

/** Articles of 20 sentences, about 8,000 characters of them: the slowest peer reads some kilobytes a second. */
function generatedText(): string[] {
  const article = (seed: number) =>
    Array.from({ length: 20 }, (_, index) => SENTENCES[(seed + index * 5) % SENTENCES.length]).join(' ');
  return Array.from({ length: 5 }, (_, index) => article(index));
}

const ours: Finder = (text, day) => {
  const bodyStart = extractDateline({ text, publishedAt: day })?.bodyStart ?? 0;
  return extractDates({ text, anchor: day, bodyStart });
};

/**
 * Processor milliseconds of the median run. Each candidate runs by itself: beside one that fills the heap all others would
 * compile their patterns anew.
 */
function medianRun(run: () => unknown): number {
  run();
  const times: number[] = [];
  const end = performance.now() + MILLISECONDS;
  do {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  } while (performance.now() < end);
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

/** A row of figures; an article at which a library throws counts as one where it finds nothing. */
function quality(name: string, find: Finder, documents: NewsDocument[]): string {
  const tally: Tally = { expected: 0, found: 0, detected: 0, valued: 0 };
  let thrown = 0;
  for (const { text, published, dates } of documents) {
    let found: Found[] = [];
    try {
      found = find(text, published.slice(0, 10));
    } catch {
      thrown += 1;
    }
    tallyDocument(tally, dates, found);
  }
  const figures = [tally.detected, tally.valued].map((hits) => f1(hits, tally).toFixed(4));
  return `| ${[name, tally.found, ...figures, thrown].join(' | ')} |`;
}

/**
 * Dateline's dates beside those of other libraries: the speed on generated articles and, where a folder has `news-dates.jsonl`
 * (`{text, published, dates: [{start, end, value, type}]}` a line, TIMEX3), how many of its calendar expressions each finds.
 * Peers are looked for in `peers`, a folder with their packages, else in the project.
 */
export async function benchDates({ data, peers }: { data?: string; peers?: string } = {}): Promise<string> {
  const all = [{ name: 'Dateline', find: ours }, ...(await loadPeers(peers ?? import.meta.dirname))];
  const articles = generatedText();
  const candidates = all.flatMap(({ name, find }) =>
    find === null ? [] : [{ name, find, run: () => articles.map((text) => find(text, PUBLISHED)) }],
  );
  const times = candidates.map(({ run }) => medianRun(run));
  const size = articles.join('').length;
  const rows = candidates.map(({ name }, index) => {
    const [first = Number.NaN, own = Number.NaN] = [times[0], times[index]];
    return `| ${name} | ${(size / own).toFixed(1)} | ${(first / own).toFixed(4)} |`;
  });
  const missing = all.filter(({ find }) => find === null).map(({ name }) => `| ${name} | – | – |`);
  const parts = [
    ['| dates in articles | KB/s | beside the first |', '| --- | --- | --- |', ...rows, ...missing].join('\n'),
  ];
  if (data !== undefined) {
    const lines = readFileSync(join(data, 'news-dates.jsonl'), 'utf8').split('\n').filter(Boolean);
    const documents = lines.map((line) => JSON.parse(line) as NewsDocument);
    const scores = candidates.map(({ name, find }) => quality(name, find, documents));
    const head = `| ${documents.length} annotated articles | found | detection F1 | value F1 | threw at |`;
    parts.push([head, '| --- | --- | --- | --- | --- |', ...scores].join('\n'));
  }
  return parts.join('\n\n');
}
