import type { Hono } from 'hono';
import { comingDatesOf } from '../../api/dates/coming-dates-of.ts';
import type { AppEnv } from '../../api/kernel/http/app-env.ts';
import type { QueryContext } from '../../api/kernel/query-context.ts';
import { getSpeaker } from '../../api/speakers/get-speaker.ts';
import { listVariantsOf } from '../../api/speakers/list-variants.ts';
import { listStatements } from '../../api/statements/list-statements.ts';
import { statementsQuerySchema } from '../../api/statements/query.ts';
import { speakerStats } from '../../api/stats/speaker-stats.ts';
import { countOverTime } from '../kit/count-over-time.ts';
import { frameOf, idIn, refuseParameters } from '../kit/page-request.ts';
import { SpeakerPage } from './speaker-page.tsx';

/** So many of the latest statements are looked at for coming dates. */
const LOOKED_AT = 100;
const SHOWN = 20;

/** Adds the page of a speaker. */
export function addSpeakerPage(app: Hono<AppEnv>, context: QueryContext): void {
  app.get('/speakers/:id', async (c) => {
    refuseParameters(c);
    const speaker = await getSpeaker(idIn(c), context);
    const query = statementsQuerySchema.parse({ speaker: `"${speaker.id}"`, limit: String(LOOKED_AT) });
    const [page, variants, stats] = await Promise.all([
      listStatements(query, undefined, context),
      listVariantsOf(speaker, context),
      speakerStats(speaker.id, { interval: 'day' }, context),
    ]);
    const sent = { speaker: `"${speaker.id}"` };
    return c.html(
      <SpeakerPage
        speaker={speaker}
        statements={page.rows.slice(0, SHOWN)}
        hasMore={page.next !== null || page.rows.length > SHOWN}
        stats={stats}
        coming={await comingDatesOf(page.rows, context)}
        variants={variants}
        overTime={countOverTime(stats.series, sent)}
        frame={frameOf(c, context)}
      />,
    );
  });
}
