import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { getArticle } from '../../api/items/get-article.ts';
import type { AppEnv } from '../../api/kernel/http/app-env.ts';
import { readQuery } from '../../api/kernel/parameters/read-query.ts';
import type { QueryContext } from '../../api/kernel/query-context.ts';
import { readMergedSpeakers } from '../../api/speakers/merged-speakers.ts';
import { getSaying } from '../../api/statements/get-saying.ts';
import { getStory } from '../../api/stories/get-story.ts';
import { NotFoundError } from '../../model/errors.ts';
import type { Statement } from '../../model/statement.ts';
import { MOST_LISTED } from '../../store/stories/record.ts';
import { mayChange } from '../kit/frame.ts';
import { frameOf, idIn, refuseParameters } from '../kit/page-request.ts';
import { ArticlePage } from './article-page.tsx';
import { CorrectionForm, CorrectionNote, type TypedCorrection } from './correction-form.tsx';
import { speakersNamed } from './saying-parts.ts';
import type { SayingView } from './saying-section.tsx';
import { StatementPage } from './statement-page.tsx';

const articleQuerySchema = z.object({
  /** The id of the statement that is focused. */
  statement: z.string().max(200).optional(),
  /** `all`: as many articles of its story as are listed; by default a few. */
  story: z.enum(['all'], 'give all').optional(),
});

/** Other articles of a story, or places of a saying, that are shown: each costs a read. */
const SHOWN = 8;

/** Adds the pages of an article and of each of its statements. */
export function addArticlePages(app: Hono<AppEnv>, context: QueryContext): void {
  app.get('/articles/:id', async (c) => {
    const { values } = readQuery(articleQuerySchema, new URL(c.req.url).searchParams);
    const article = await getArticle(idIn(c), context);
    const articles = values.story === 'all' ? MOST_LISTED : SHOWN;
    const story = await getStory({ itemId: article.id, item: article, articles }, context);
    const focused = values.statement ?? null;
    return c.html(<ArticlePage article={article} story={story} focused={focused} frame={frameOf(c, context)} />);
  });

  app.get('/articles/:id/statements/:statement', async (c) => {
    refuseParameters(c);
    return showStatement(c, context);
  });
}

/** A statement by itself; with what was typed into its form and why that was refused, where it was. */
export async function showStatement(
  c: Context<AppEnv>,
  context: QueryContext,
  refused?: { typed: TypedCorrection; problem: string },
): Promise<Response> {
  const article = await getArticle(idIn(c), context);
  const id = idIn(c, 'statement');
  const statement = article.statements.find((one) => one.id === id || one.correction?.of === id);
  if (!statement)
    throw new NotFoundError('unknown-statement', `the article has no statement with the id ${id} (any more)`);
  const frame = frameOf(c, context);
  return c.html(
    <StatementPage article={article} statement={statement} saying={await sayingOf(statement, context)} frame={frame}>
      <CorrectionNote statement={statement} mayChange={mayChange(frame)} />
      {mayChange(frame) ? (
        <CorrectionForm statement={statement} typed={refused?.typed ?? {}} problem={refused?.problem ?? null} />
      ) : null}
    </StatementPage>,
  );
}

/** Where the words of a statement were printed; `null` where they are known from one article only. */
async function sayingOf({ sayingId, itemId }: Statement, context: QueryContext): Promise<SayingView | null> {
  if (sayingId === undefined) return null;
  const { speakers } = context.store;
  const [saying, merged] = await Promise.all([
    getSaying({ sayingId, itemId, places: SHOWN }, context),
    readMergedSpeakers(speakers),
  ]);
  return { sayingId, ...saying, speakers: speakersNamed(saying.rows, merged.targetOf) };
}
