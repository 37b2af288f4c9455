import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { openToAll } from '../lambda/api/kernel/guard/authorise.ts';
import { extract } from '../lambda/extract/extract.ts';
import { createApp } from '../lambda/web/create-app.ts';
import { listen } from '../local/http-server.ts';
import { startChromium } from '../test/browser/chromium.ts';
import { type ArchiveStore, openArchive } from './archive-store.ts';

const STATEMENTS = 100_000;
const ROUNDS = 7;
const SILENT = { info: () => {}, warn: () => {}, error: () => {} };
const WEB = new URL('../web/', import.meta.url);
/** What the browser says of a page: when the answer began, and when it was first painted. */
const TIMES = `new Promise((resolve) => new PerformanceObserver((list) => {
  const paint = list.getEntriesByName('first-contentful-paint')[0];
  if (paint) resolve([performance.getEntriesByType('navigation')[0].responseStart, paint.startTime]);
}).observe({ type: 'paint', buffered: true }))`;

/** When each page is first painted in a browser that has nothing of it, on an SQLite file with 100,000 statements. */
export async function benchPaint(): Promise<string> {
  const browser = await startChromium().catch((error: Error) => error.message);
  if (typeof browser === 'string') return `paint is left out: ${browser}`;
  const { store, clock, close } = await openArchive(STATEMENTS);
  const read = (name: string): Promise<string> => readFile(new URL(name, WEB), 'utf8');
  const assets = { stylesheet: await read('style.css'), script: await read('script.js') };
  const app = createApp({ store, clock, log: SILENT, authorise: openToAll, extract, assets });
  const server = await listen(0, (request) => app.fetch(request));
  try {
    const lines: string[] = [];
    for (const [name, path] of await pagesOf(store)) {
      lines.push(await row(browser, name, `http://127.0.0.1:${server.port}${path}`));
    }
    return [
      `| first paint over ${STATEMENTS / 1000}k statements, ms | first visit | median | slowest | of it, until the answer begins |`,
      '| --- | --- | --- | --- | --- |',
      ...lines,
    ].join('\n');
  } finally {
    await browser.close();
    await server.close();
    await close();
  }
}

async function pagesOf(store: ArchiveStore['store']): Promise<[name: string, path: string][]> {
  for await (const { record: statement } of store.statements.newest({})) {
    if (!statement.speaker?.id) continue;
    const article = `/articles/${statement.itemId}`;
    return [
      ['statements', '/'],
      ['article', `${article}?statement=${statement.id}`],
      ['statement', `${article}/statements/${statement.id}`],
      ['speaker', `/speakers/${encodeURIComponent(statement.speaker.id)}`],
      ['dates', '/dates'],
      ['feeds', '/feeds'],
      ['feed', `/feeds/${statement.feedId}`],
      ['try it', '/try'],
    ];
  }
  throw new Error('no statement of the archive has a speaker');
}

async function row(browser: Browser, name: string, url: string): Promise<string> {
  const visits: [answer: number, paint: number][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const response = await page.goto(url);
    if (response?.status() !== 200) throw new Error(`${url} answers ${response?.status()}`);
    visits.push((await page.evaluate(TIMES)) as [number, number]);
    await context.close();
  }
  const ordered = visits.toSorted(([, one], [, other]) => one - other);
  const [answer, median] = ordered[ROUNDS >> 1] ?? [0, 0];
  const times = [visits[0]?.[1], median, ordered.at(-1)?.[1], answer].map((time) => Math.round(time ?? 0));
  return `| ${name} | ${times.join(' | ')} |`;
}
