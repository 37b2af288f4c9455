import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { addFeed } from '../../api/feeds/add-feed.ts';
import { changeFeed, requireFeed } from '../../api/feeds/change-feed.ts';
import { addressSchema, feedChangesSchema, newFeedBodySchema } from '../../api/feeds/feed-bodies.ts';
import { importFeeds, subscribeContext } from '../../api/feeds/import-feeds.ts';
import { pollFeed } from '../../api/feeds/poll-feed.ts';
import { removeFeed } from '../../api/feeds/remove-feed.ts';
import type { AppEnv } from '../../api/kernel/http/app-env.ts';
import { ProblemError } from '../../api/kernel/http/problem.ts';
import { readForm } from '../../api/kernel/http/read-form.ts';
import type { QueryContext } from '../../api/kernel/query-context.ts';
import { InputError } from '../../model/errors.ts';
import { links } from '../kit/links.ts';
import { frameOf, idIn, requireAdmin } from '../kit/page-request.ts';
import { readUpload } from './read-upload.ts';
import { type Failed, showFeed, showFeeds } from './routes.tsx';
import { TrialPage } from './trial-page.tsx';

const LARGEST_OPML = 2_000_000;
const newFeedSchema = newFeedBodySchema.pick({ url: true, folder: true });
const changesSchema = z.object({
  title: feedChangesSchema.shape.title,
  folder: feedChangesSchema.shape.folder.default(null),
  fullText: feedChangesSchema.shape.fullText,
  pollMinutes: z.preprocess(
    (text) => (text === undefined || text === '' ? null : Number(text)),
    feedChangesSchema.shape.pollMinutes,
  ),
});
const noFields = z.object({});
/** What a form shows again where it did not go well. */
type Typed = Omit<Failed, 'problem'>;
type Show = (c: Context<AppEnv>, context: QueryContext, failed: Failed) => Promise<Response>;

/** Adds what the forms of the pages of feeds send to; each leads on to a page that can be loaded again. */
export function addFeedForms(app: Hono<AppEnv>, context: QueryContext): void {
  /** Runs a form for those who may change feeds; what is wrong with it is shown on its page, with what was typed. */
  const form = (path: string, show: Show, run: (c: Context<AppEnv>, typed: Typed) => Promise<Response>): void => {
    app.post(path, async (c) => {
      requireAdmin(c);
      const typed: Typed = {};
      try {
        return await run(c, typed);
      } catch (error) {
        if (!isOfCaller(error)) throw error;
        c.status(error instanceof ProblemError ? error.status : 400);
        return show(c, context, { problem: error.message, ...typed });
      }
    });
  };

  form('/feeds', showFeeds, async (c, typed) => {
    const body = await readForm(c, newFeedSchema);
    typed.url = body.url;
    const { feed, isNew } = await addFeed(newFeedBodySchema.parse(body), context);
    return c.redirect(`${links.feed(feed.id)}?done=${isNew ? 'added' : 'known'}`, 303);
  });

  form('/feeds/test', showFeeds, async (c) => {
    const { url } = await readForm(c, z.object({ url: addressSchema }));
    if (!context.capabilities?.testFeed) {
      throw new ProblemError(501, 'not-here', 'this server fetches nothing itself; `dateline feeds test` does');
    }
    return c.html(<TrialPage trial={await context.capabilities.testFeed(url)} frame={frameOf(c, context)} />);
  });

  form('/feeds/import', showFeeds, async (c) => {
    const opml = await readUpload(c, 'opml', LARGEST_OPML);
    const { added, refused } = await importFeeds(opml, subscribeContext(context));
    if (refused.length > 0) {
      const lines = refused.slice(0, 5).map(({ line, reason }) => `line ${line}: ${reason}`);
      const message = `${added.length} feeds were added, ${refused.length} refused. ${lines.join('; ')}`;
      throw new InputError('some-refused', message);
    }
    return c.redirect(`/feeds?done=imported&count=${added.length}`, 303);
  });

  form('/feeds/:id/poll', showFeed, async (c) => {
    await readForm(c, noFields);
    const { result, newItems, changedItems, error } = await pollFeed(idIn(c), context);
    if (error) throw new InputError(error.code, `The poll brought nothing: ${error.message} (${error.code})`);
    const done = { read: 'read', 'not-modified': 'unchanged' }[String(result)] ?? 'due';
    return c.redirect(`${links.feed(idIn(c))}?done=${done}&count=${newItems + changedItems}`, 303);
  });

  for (const verb of ['pause', 'resume'] as const) {
    form(`/feeds/:id/${verb}`, showFeed, async (c) => {
      await readForm(c, noFields);
      await changeFeed(idIn(c), { paused: verb === 'pause' }, context);
      return c.redirect(`${links.feed(idIn(c))}?done=${verb}d`, 303);
    });
  }

  form('/feeds/:id/change', showFeed, async (c) => {
    await changeFeed(idIn(c), await readForm(c, changesSchema), context);
    return c.redirect(`${links.feed(idIn(c))}?done=changed`, 303);
  });

  form('/feeds/:id/remove', showFeed, async (c) => {
    await readForm(c, noFields);
    await removeFeed(context.store, await requireFeed(idIn(c), context.store), { purge: false });
    return c.redirect('/feeds?done=removed', 303);
  });
}

/** Errors that a person can put right: of their input, or of what is there. */
function isOfCaller(error: unknown): error is InputError | ProblemError {
  if (error instanceof InputError) return true;
  return error instanceof ProblemError && error.status < 500 && error.code !== 'scope-missing';
}
