import type { Context, Hono } from 'hono';
import { csvFile } from '../../api/kernel/formats/csv-file.ts';
import type { AppEnv } from '../../api/kernel/http/app-env.ts';
import type { QueryContext } from '../../api/kernel/query-context.ts';
import { speakerStats } from '../../api/stats/speaker-stats.ts';
import type { SpeakerStats } from '../../api/stats/stats-shapes.ts';
import { idIn, refuseParameters } from '../kit/page-request.ts';

/** Adds the tables of a speaker's page as CSV: all rows of them, also where the page shows the first ones. */
export function addSpeakerTables(app: Hono<AppEnv>, context: QueryContext): void {
  const statsOf = (c: Context<AppEnv>): Promise<SpeakerStats> => {
    refuseParameters(c);
    return speakerStats(idIn(c), { interval: 'day' }, context);
  };

  app.get('/speakers/:id/roles.csv', async (c) => {
    const { roles } = await statsOf(c);
    const rows = roles.map(({ text, statements, firstDay, lastDay }) => [text, statements, firstDay, lastDay]);
    return csvFile(c, 'roles', ['role', 'statements', 'firstDay', 'lastDay'], rows);
  });

  app.get('/speakers/:id/outlets.csv', async (c) => {
    const { outlets } = await statsOf(c);
    const rows = outlets.map(({ feedId, outlet, statements, firstDay, lastDay }) => [
      feedId,
      outlet,
      statements,
      firstDay,
      lastDay,
    ]);
    return csvFile(c, 'outlets', ['feedId', 'outlet', 'statements', 'firstDay', 'lastDay'], rows);
  });
}
