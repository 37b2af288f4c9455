import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { feedChoices } from '../../api/feeds/list-feeds.ts';
import type { AppEnv } from '../../api/kernel/http/app-env.ts';
import { ProblemError } from '../../api/kernel/http/problem.ts';
import { readForm } from '../../api/kernel/http/read-form.ts';
import { readQuery } from '../../api/kernel/parameters/read-query.ts';
import type { QueryContext } from '../../api/kernel/query-context.ts';
import { type ChannelSecret, searchRow } from '../../api/searches/rows.ts';
import { addSearch, changeSearch, renewSecret, requireSearch } from '../../api/searches/save-search.ts';
import { newSearchSchema, savedFiltersSchema } from '../../api/searches/search-bodies.ts';
import { testSearch } from '../../api/searches/test-search.ts';
import { InputError } from '../../model/errors.ts';
import { collect } from '../../store/collect.ts';
import { frameOf, idIn, requireAdmin } from '../kit/page-request.ts';
import { SearchesPage } from './searches-page.tsx';

const DONE = {
  saved: 'Saved.',
  paused: 'Paused: nothing is sent until you resume it.',
  resumed: 'It tells what comes from now on.',
  removed: 'Removed.',
  tested: 'An example is sent within a minute.',
} as const;

const filters = Object.fromEntries(Object.keys(savedFiltersSchema.shape).map((name) => [name, z.string().optional()]));
const querySchema = z.object({
  ...filters,
  save: z.literal('1').optional(),
  done: z.enum(Object.keys(DONE) as [keyof typeof DONE]).optional(),
});
const formSchema = z.object({
  ...filters,
  name: z.string().default(''),
  tell: z.enum(['feed', 'webhook', 'slack', 'ntfy']).optional(),
  to: z.string().optional(),
});
const noFields = z.object({});

/** What a form leaves to be shown. */
interface Left {
  problem?: string;
  typed?: Record<string, string>;
  filters?: Record<string, string>;
  secrets?: ChannelSecret[];
}

/** Adds the page of saved searches, and what its forms send to. */
export function addSearchPages(app: Hono<AppEnv>, context: QueryContext): void {
  const { store } = context;
  app.get('/searches', (c) => showSearches(c, context));

  /** Runs a form for those who may change searches; what is wrong with it is shown on the page, with what was typed. */
  const form = (path: string, run: (c: Context<AppEnv>, left: Left) => Promise<Response>): void => {
    app.post(path, async (c) => {
      requireAdmin(c);
      const left: Left = {};
      try {
        return await run(c, left);
      } catch (error) {
        const isOfCaller = error instanceof InputError || (error instanceof ProblemError && error.status < 500);
        if (!isOfCaller) throw error;
        c.status(error instanceof ProblemError ? error.status : 400);
        return showSearches(c, context, { ...left, problem: error.message });
      }
    });
  };

  form('/searches', async (c, left) => {
    const { name, tell, to, ...sent } = await readForm(c, formSchema);
    const wanted = Object.fromEntries(Object.entries(sent as Record<string, string | undefined>).filter(hasValue));
    Object.assign(left, { filters: wanted, typed: { name, ...(tell && { tell }), ...(to && { to }) } });
    const channels = tell === undefined ? [] : [tell === 'feed' ? { kind: tell } : { kind: tell, url: to ?? '' }];
    const parsed = newSearchSchema.safeParse({ name, filters: wanted, channels });
    if (!parsed.success) throw new InputError('bad-form', parsed.error.issues.map(({ message }) => message).join('; '));
    const { secrets } = await addSearch(parsed.data, c.var.access.name, context);
    // What is shown once stands in this answer, and in no address that can be loaded again.
    if (secrets.length > 0) return showSearches(c, context, { secrets });
    return c.redirect('/searches?done=saved', 303);
  });

  for (const verb of ['pause', 'resume'] as const) {
    form(`/searches/:id/${verb}`, async (c) => {
      await readForm(c, noFields);
      await changeSearch(idIn(c), { paused: verb === 'pause' }, context);
      return c.redirect(`/searches?done=${verb}d`, 303);
    });
  }

  form('/searches/:id/test', async (c) => {
    await readForm(c, noFields);
    await testSearch(idIn(c), context);
    return c.redirect('/searches?done=tested', 303);
  });

  form('/searches/:id/renew', async (c) => {
    await readForm(c, noFields);
    const secrets: ChannelSecret[] = [];
    for (const { id, kind } of (await requireSearch(idIn(c), store)).channels) {
      if (kind === 'feed' || kind === 'webhook') secrets.push(...(await renewSecret(idIn(c), id, context)).secrets);
    }
    return showSearches(c, context, { secrets });
  });

  form('/searches/:id/remove', async (c) => {
    await readForm(c, noFields);
    await requireSearch(idIn(c), store);
    await store.savedSearches.remove(idIn(c));
    return c.redirect('/searches?done=removed', 303);
  });
}

const hasValue = (entry: [string, string | undefined]): entry is [string, string] => entry[1] !== undefined;

async function showSearches(c: Context<AppEnv>, context: QueryContext, left: Left = {}): Promise<Response> {
  const { store } = context;
  const url = new URL(c.req.url);
  const { sent } = c.req.method === 'GET' ? readQuery(querySchema, url.searchParams) : { sent: {} };
  const { save, done, ...asked } = sent as Record<string, string>;
  const failing = (await store.deliveries.progress())?.failing ?? {};
  const searches = (await collect(store.savedSearches.list())).map(({ record }) => searchRow(record, failing));
  const note = left.problem ?? (done === undefined ? null : DONE[done as keyof typeof DONE]);
  return c.html(
    <SearchesPage
      searches={searches}
      feeds={await feedChoices(context)}
      filters={left.filters ?? (save === undefined ? null : asked)}
      typed={left.typed ?? {}}
      secrets={left.secrets ?? []}
      origin={c.var.origin ?? url.origin}
      result={note === null ? null : { isProblem: left.problem !== undefined, text: note }}
      frame={frameOf(c, context)}
    />,
  );
}
