import type { Hono } from 'hono';
import type { AppEnv } from '../http/app-env.ts';
import { comingDatesOf } from '../lists/coming-dates-of.ts';
import { getSpeaker } from '../lists/get-speaker.ts';
import { listStatements } from '../lists/list-statements.ts';
import { listVariantsOf } from '../lists/list-variants.ts';
import type { Reading } from '../lists/reading.ts';
import { SpeakerPage } from '../pages/speaker-page.tsx';
import { statementsQuerySchema } from '../parameters/queries.ts';
import { speakerStats } from '../stats/speaker-stats.ts';
import { countOverTime } from './count-over-time.ts';
import { frameOf, idIn, refuseParameters } from './page-request.ts';

/** So many of the latest statements are looked at for coming dates. */
const LOOKED_AT = 100;
const SHOWN = 20;

/** Adds the page of a speaker. */
export function addSpeakerPage(app: Hono<AppEnv>, reading: Reading): void {
  app.get('/speakers/:id', async (c) => {
    refuseParameters(c);
    const speaker = await getSpeaker(idIn(c), reading);
    const query = statementsQuerySchema.parse({ speaker: `"${speaker.id}"`, limit: String(LOOKED_AT) });
    const [page, variants, stats] = await Promise.all([
      listStatements(query, undefined, reading),
      listVariantsOf(speaker, reading),
      speakerStats(speaker.id, { interval: 'day' }, reading),
    ]);
    const sent = { speaker: `"${speaker.id}"` };
    return c.html(
      <SpeakerPage
        speaker={speaker}
        statements={page.rows.slice(0, SHOWN)}
        hasMore={page.next !== null || page.rows.length > SHOWN}
        stats={stats}
        coming={await comingDatesOf(page.rows, reading)}
        variants={variants}
        overTime={countOverTime(stats.series, sent)}
        frame={frameOf(c, reading)}
      />,
    );
  });
}
