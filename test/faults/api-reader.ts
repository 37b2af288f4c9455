import type { createApp } from '../../lambda/query/create-app.ts';

interface Told {
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

/** Reads pages and articles through the API until `signal`, and looks for what is half-written or doubled. */
export async function readWhileWriting(app: ReturnType<typeof createApp>, signal: AbortSignal): Promise<ReaderReport> {
  const report: ReaderReport = { pages: 0, articles: 0, wrong: [] };
  const get = async (path: string) => {
    const answer = await app.request(path);
    if (answer.status !== 200) report.wrong.push(`${path} answers ${answer.status}`);
    return answer.status === 200 ? answer.json() : null;
  };
  while (!signal.aborted) {
    const page = (await get('/v1/statements?limit=100')) as { data: Told[] } | null;
    report.pages++;
    const told = page?.data ?? [];
    if (new Set(told.map(({ id }) => id)).size < told.length) report.wrong.push('a statement stands twice on a page');
    const itemId = told[report.pages % Math.max(1, told.length)]?.itemId;
    if (itemId) {
      report.articles++;
      const answer = (await get(`/v1/items/${itemId}`)) as { data?: unknown } | null;
      const item = (answer?.data ?? answer) as { contentText: string; statements: Told[]; statementCount: number };
      if (item) report.wrong.push(...wrongIn(itemId, item));
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return report;
}

function wrongIn(
  id: string,
  { contentText, statements, statementCount }: { contentText: string; statements: Told[]; statementCount: number },
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
