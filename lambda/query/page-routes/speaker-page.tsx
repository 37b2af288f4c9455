/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { AppEnv } from '../http/app-env.ts';
import { comingDatesOf } from '../lists/coming-dates-of.ts';
import { getSpeaker } from '../lists/get-speaker.ts';
import { listStatements } from '../lists/list-statements.ts';
import { listVariantsOf } from '../lists/list-variants.ts';
import type { Reading } from '../lists/reading.ts';
import { SpeakerPage } from '../pages/speaker-page.tsx';
import { statementsQuerySchema } from '../parameters/queries.ts';
import { idIn, refuseParameters, todayOf } from './page-request.ts';

/** So many of the latest statements are looked at for outlets and coming dates. */
const LOOKED_AT = 100;
const SHOWN = 20;

/** Adds the page of a speaker. */
export function addSpeakerPage(app: Hono<AppEnv>, reading: Reading): void {
  app.get('/speakers/:id', async (c) => {
    refuseParameters(c);
    const speaker = await getSpeaker(idIn(c), reading);
    const query = statementsQuerySchema.parse({ speaker: `"${speaker.id}"`, limit: String(LOOKED_AT) });
    const [page, variants] = await Promise.all([
      listStatements(query, undefined, reading),
      listVariantsOf(speaker, reading),
    ]);
    return c.html(
      <SpeakerPage
        speaker={speaker}
        statements={page.rows.slice(0, SHOWN)}
        hasMore={page.next !== null || page.rows.length > SHOWN}
        outlets={outletsOf(page.rows)}
        countedOf={page.rows.length}
        coming={await comingDatesOf(page.rows, reading)}
        variants={variants}
        overTime={null}
        today={todayOf(reading.clock)}
      />,
    );
  });
}

function outletsOf(rows: { feedId: string; outlet: string }[]): { feedId: string; outlet: string; count: number }[] {
  const outlets = new Map<string, { feedId: string; outlet: string; count: number }>();
  for (const { feedId, outlet } of rows) {
    const known = outlets.get(feedId) ?? { feedId, outlet, count: 0 };
    known.count += 1;
    outlets.set(feedId, known);
  }
  return [...outlets.values()].sort((one, other) => other.count - one.count);
}
