import type { createApp } from '../../lambda/web/create-app.ts';
import { OF_TIME } from './comparable.ts';

interface ListedStatement {
  id: string;
  itemId: string;
  text: string;
  start: number;
  end: number;
  revision: number;
}

/** What a reader of the API saw. */
export interface ReaderReport {
  pages: number;
  articles: number;
  /** What no answer may show. */
  wrong: string[];
}

/**
 * All statements and articles that the API lists, copies among them, and all speakers, by path and id. A row that is listed twice has a second key. Throws where a
 * page is refused.
 */
export async function readAll(app: ReturnType<typeof createApp>): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const list of [
    '/v1/statements?includeDuplicates=true',
    '/v1/items?includeDuplicates=true',
    '/v1/speakers?from=2026-01-01&to=2026-12-31',
  ]) {
    let path: string | null = `${list}&limit=500`;
    while (path) {
      const answer: Response = await app.request(path);
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
      const { data, nextUrl } = (await answer.json()) as { data: Record<string, unknown>[]; nextUrl: string | null };
      for (const row of data) {
        const key = `${list}/${row.id}`;
        const content = Object.entries(row).filter(([name]) => !OF_TIME.includes(name));
        all.set(all.has(key) ? `${key} again` : key, JSON.stringify(content));
      }
      path = nextUrl;
    }
  }
  return all;
}

/** Reads pages and articles through the API until `signal`, and looks for what is half-written or doubled. */
export async function readWhileWriting(app: ReturnType<typeof createApp>, signal: AbortSignal): Promise<ReaderReport> {
  const report: ReaderReport = { pages: 0, articles: 0, wrong: [] };
  const get = async (path: string) => {
    const answer = await app.request(path);
    if (answer.status !== 200) report.wrong.push(`${path} answers ${answer.status}`);
    return answer.status === 200 ? answer.json() : null;
  };
  while (!signal.aborted) {
    const page = (await get('/v1/statements?limit=100')) as { data: ListedStatement[] } | null;
    report.pages++;
    const listed = page?.data ?? [];
    if (new Set(listed.map(({ id }) => id)).size < listed.length)
      report.wrong.push('a statement stands twice on a page');
    const itemId = listed[report.pages % Math.max(1, listed.length)]?.itemId;
    if (itemId) {
      report.articles++;
      const answer = (await get(`/v1/items/${itemId}`)) as { data?: unknown } | null;
      const item = (answer?.data ?? answer) as {
        contentText: string;
        statements: ListedStatement[];
        statementCount: number;
      };
      if (item) report.wrong.push(...wrongIn(itemId, item));
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return report;
}

function wrongIn(
  id: string,
  {
    contentText,
    statements,
    statementCount,
  }: { contentText: string; statements: ListedStatement[]; statementCount: number },
): string[] {
  const wrong: string[] = [];
  if (statements.length !== statementCount)
    wrong.push(`${id} has ${statements.length} of ${statementCount} statements`);
  if (
    statements.some(
      ({ text, start, end }) => contentText.slice(start, start + 8) !== text.slice(0, 8) || end > contentText.length,
    )
  ) {
    wrong.push(`a statement of ${id} is not of its text`);
  }
  return wrong;
}
