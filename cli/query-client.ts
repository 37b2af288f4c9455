import type { Log } from '../lambda/model/ports.ts';
import type { Store } from '../lambda/store/store.ts';
import { CommandError } from './command-error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

/** A row of a list, as the HTTP API gives it. */
export type Row = Record<string, unknown>;

/** A page of a list, as far as a command reads it. */
interface ListAnswer {
  data: Row[];
  nextUrl: string | null;
}

interface ProblemAnswer {
  status: number;
  code: string;
  detail: string;
  candidates?: { id: string; name: string }[];
}

/** Questions to the store in the words of the HTTP API, answered in this process. */
export interface QueryClient {
  /** One thing by its address, as `/v1/items/ID`. */
  get(path: string): Promise<Row>;
  /** A list to its end, or at most `limit` rows (0 for all); answers whether there are more. */
  list(
    path: string,
    parameters: Record<string, string>,
    limit: number,
    take: (rows: Row[]) => Promise<void>,
  ): Promise<boolean>;
}

const LARGEST_PAGE = 500;
const EXIT_OF_STATUS: Record<number, ExitCode> = { 400: EXIT.usage, 404: EXIT.notFound, 503: EXIT.unavailable };

/** The API on this store, without a server. */
export async function createQueryClient(store: Store): Promise<QueryClient> {
  const { createApp } = await import('../lambda/query/create-app.ts');
  const { openToAll } = await import('../lambda/query/authorise.ts');
  const { systemClock } = await import('../local/clock.ts');
  let logged: unknown = null;
  const log: Log = {
    info: () => undefined,
    warn: () => undefined,
    error: (_message, fields) => {
      logged = fields;
    },
  };
  const app = createApp({ store, clock: systemClock, log, authorise: openToAll, assets: { stylesheet: '' } });

  const ask = async (path: string): Promise<unknown> => {
    const response = await app.request(path);
    const body: unknown = await response.json();
    if (response.ok) return body;
    throw asCommandError(body as ProblemAnswer, logged as { message?: string; stack?: string } | null);
  };

  return {
    get: async (path) => (await ask(path)) as Row,
    async list(path, parameters, limit, take) {
      const all = limit === 0;
      let left = all ? Number.POSITIVE_INFINITY : limit;
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

function asCommandError(
  { status, code, detail, candidates = [] }: ProblemAnswer,
  logged: { message?: string; stack?: string } | null,
): CommandError {
  const message = status >= 500 ? (logged?.message ?? detail) : withOptionNames(detail);
  const hint =
    candidates.length > 0
      ? `Perhaps ${candidates
          .slice(0, 5)
          .map(({ name, id }) => `${name} (${id})`)
          .join(', ')}`
      : null;
  const cause = logged?.stack === undefined ? undefined : Object.assign(new Error(message), { stack: logged.stack });
  return new CommandError(EXIT_OF_STATUS[status] ?? EXIT.failure, code, message, hint, cause);
}

/** `minConfidence: …` is `--min-confidence: …` on a command line. */
function withOptionNames(detail: string): string {
  return detail.replace(
    /(^|; )([a-z]+(?:[A-Z][a-z]+)*): /g,
    (_, before: string, name: string) =>
      `${before}--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: `,
  );
}
