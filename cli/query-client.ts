import type { ProblemError } from '../lambda/api/kernel/http/problem.ts';
import type { Log } from '../lambda/model/ports.ts';
import type { Store } from '../lambda/store/store.ts';
import { candidateLines } from './candidates.ts';
import { CommandError } from './command-error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type AskPage, textPageOf } from './page-client.ts';

/** A row of a list, as the HTTP API gives it. */
export type Row = Record<string, unknown>;

/** A page of a list, as far as a command reads it. */
interface ListAnswer {
  data: Row[];
  nextUrl: string | null;
}

/** Questions to the store in the words of the HTTP API, answered in this process. */
export interface QueryClient {
  /** One thing by its address, as `/v1/items/ID`. */
  get(path: string): Promise<Row>;
  /** Changes something; answers what the API answers, `null` where that is nothing. */
  send(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<Row | null>;
  /** A page of a list, in the form that its address asks for. */
  page: AskPage;
  /** A list to its end, or at most `limit` rows (0 for all); answers whether there are more. */
  list(
    path: string,
    parameters: Record<string, string>,
    limit: number,
    take: (rows: Row[]) => Promise<void>,
  ): Promise<boolean>;
}

const LARGEST_PAGE = 500;
const EXIT_OF_STATUS: Record<number, ExitCode> = {
  400: EXIT.usage,
  409: EXIT.usage,
  404: EXIT.notFound,
  503: EXIT.unavailable,
};
const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The API on this store, without a server. Its errors are thrown: those of a question as CommandError, others as they are. */
export async function createQueryClient(store: Store): Promise<QueryClient> {
  const { createApp } = await import('../lambda/web/create-app.ts');
  const { openToAll } = await import('../lambda/api/kernel/guard/authorise.ts');
  const { ProblemError } = await import('../lambda/api/kernel/http/problem.ts');
  const { systemClock } = await import('../local/clock.ts');
  const app = createApp({
    store,
    clock: systemClock,
    log: SILENT,
    authorise: openToAll,
    assets: { stylesheet: '', script: '' },
  });
  const thrown: unknown[] = [];
  app.onError((error) => {
    thrown.push(error);
    return new Response(null, { status: 500 });
  });

  const request = async (path: string, init?: RequestInit): Promise<Response> => {
    const response = await app.request(path, init);
    const error = thrown.pop();
    if (error !== undefined) throw error instanceof ProblemError ? asCommandError(error) : error;
    return response;
  };
  const ask = async (path: string): Promise<unknown> => (await request(path)).json();

  return {
    get: async (path) => (await ask(path)) as Row,
    async send(method, path, body) {
      const sent = body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
      const response = await request(path, { method, ...sent });
      return response.status === 204 ? null : ((await response.json()) as Row);
    },
    page: async (url) => textPageOf(await request(url)),
    async list(path, parameters, limit, take) {
      let left = limit === 0 ? Number.POSITIVE_INFINITY : limit;
      const first = new URLSearchParams({ ...parameters, limit: String(Math.min(LARGEST_PAGE, left)) });
      let url: string | null = `${path}?${first}`;
      while (url !== null && left > 0) {
        const page = (await ask(url)) as ListAnswer;
        const rows = page.data.slice(0, left);
        await take(rows);
        left -= rows.length;
        url = page.nextUrl;
      }
      return url !== null;
    },
  };
}

function asCommandError({ status, code, message, candidates, cause }: ProblemError): CommandError {
  const [first] = candidates;
  const hint = first
    ? [...candidateLines(candidates), `One of them alone: --speaker '"${first.id}"'`].join('\n')
    : null;
  return new CommandError(EXIT_OF_STATUS[status] ?? EXIT.failure, code, withOptionNames(message), hint, cause);
}

/** `minConfidence: …` is `--min-confidence: …` on a command line. */
function withOptionNames(detail: string): string {
  return detail.replace(
    /(^|; )([a-z]+(?:[A-Z][a-z]+)*): /g,
    (_, before: string, name: string) =>
      `${before}--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: `,
  );
}
