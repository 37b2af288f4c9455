import type { Context } from 'hono';
import type * as z from 'zod';
import { answerBytes, LARGEST_ANSWER } from '../../api/kernel/http/answer-length.ts';
import type { AppEnv } from '../../api/kernel/http/app-env.ts';
import { readQuery } from '../../api/kernel/parameters/read-query.ts';
import type { QueryContext } from '../../api/kernel/query-context.ts';
import { allRows, type Download, headerOf, linesOf } from './download.ts';

/** Rows that are read for one answer where it is not streamed; it must be there before the function is out of time. */
const MOST_ROWS = 15_000;

/**
 * Sends a search whole as CSV: streamed, a page of rows in memory at a time, where the server can; else in one answer, or, where that would be too long,
 * by way of the page at `partsPath`, which has it in parts.
 */
export async function sendDownload<Query extends z.ZodObject>(
  c: Context<AppEnv>,
  download: Download<Query>,
  partsPath: string,
  context: QueryContext,
): Promise<Response> {
  const { values, sent } = readQuery(download.query, new URL(c.req.url).searchParams);
  const rows = allRows(download, values as z.infer<Query>, context);
  // Read before anything is sent: what is wrong with the search is answered as such.
  const first = await rows.next();
  const pages = completed(download, first, rows, context);
  const headers = {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${download.noun}.csv"`,
  };
  if (context.streams) return c.body(streamOf(headerOf(download), pages), 200, headers);
  const text = await wholeText(headerOf(download), pages);
  if (text === null) return c.redirect(`${partsPath}?${new URLSearchParams(sent)}`, 303);
  return c.body(text, 200, headers);
}

async function* completed<Query extends z.ZodObject>(
  download: Download<Query>,
  first: IteratorResult<object[]>,
  more: AsyncIterable<object[]>,
  context: QueryContext,
): AsyncGenerator<string[]> {
  const lines = async (rows: object[]): Promise<string[]> =>
    linesOf(download, download.complete ? await download.complete(rows, context) : rows);
  if (!first.done) yield await lines(first.value);
  for await (const rows of more) yield await lines(rows);
}

/** A page is read when the reader has taken the one before; an error ends the transfer, so that nobody takes what came for all. */
function streamOf(header: string, pages: AsyncGenerator<string[]>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(encoder.encode(header)),
      async pull(controller) {
        for (;;) {
          const page = await pages.next();
          if (page.done) return controller.close();
          if (page.value.length === 0) continue;
          return controller.enqueue(encoder.encode(page.value.join('')));
        }
      },
      async cancel() {
        await pages.return(undefined);
      },
    },
    { highWaterMark: 1 },
  );
}

/** The whole file; `null` where it is too long for one answer. */
async function wholeText(header: string, pages: AsyncIterable<string[]>): Promise<string | null> {
  const lines = [header];
  let bytes = answerBytes(header);
  for await (const page of pages) {
    for (const line of page) {
      bytes += answerBytes(line);
      lines.push(line);
    }
    if (bytes > LARGEST_ANSWER || lines.length > MOST_ROWS) return null;
  }
  return lines.join('');
}
