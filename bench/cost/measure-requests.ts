import { collect } from '../../lambda/store/collect.ts';
import type { Table } from '../../lambda/store/table/port.ts';
import type { FakeClock } from '../../test/support/fake-clock.ts';
import { openQueryApp } from '../../test/support/query-app.ts';
import type { WorkRecorder } from './work-recorder.ts';

const TIMES = 10;

/** What readers ask for, by name: paths that are asked in turn. */
async function pathsOf({ plain }: WorkRecorder, today: string): Promise<Record<string, string[]>> {
  const items = await collect(plain.items.newest({}), TIMES);
  const from = new Date(Date.parse(today) - 7 * 86_400_000).toISOString().slice(0, 10);
  const counts = await collect(plain.statements.newest({}), 200);
  const speakers = [...new Set(counts.flatMap(({ record }) => record.speaker?.id ?? []))].slice(0, TIMES);
  return {
    'the newest 50 statements': ['/v1/statements?limit=50'],
    'the newest 50 statements of a speaker': speakers.map((id) => `/v1/statements?speaker=%22${id}%22&limit=50`),
    '50 statements with a word': ['harbour', 'council', 'ferry'].map((word) => `/v1/statements?q=${word}&limit=50`),
    'the newest 50 articles': ['/v1/items?limit=50'],
    'an article with its statements': items.map(({ record }) => `/v1/items/${record.id}`),
    'speakers of a week, ranked': [`/v1/speakers?from=${from}&limit=50`],
    'statements of a week by day': [`/v1/stats/statements?from=${from}&to=${today}`],
    'dates to come': [`/v1/dates?from=${today}&limit=50`],
    'the first web page': ['/'],
    'the web page of a speaker': speakers.map((id) => `/speakers/${id}`),
    'the web page of an article': items.map(({ record }) => `/articles/${record.id}`),
  };
}

/** Asks each kind of request several times; answers read units and milliseconds of processor of one. */
export async function measureRequests(
  work: WorkRecorder,
  { clock, table }: { clock: FakeClock; table: Table },
): Promise<Record<string, { readUnits: number; milliseconds: number }>> {
  const paths = await pathsOf(work, new Date(clock.now()).toISOString().slice(0, 10));
  const ask = async (prefix: string): Promise<void> => {
    const query = await openQueryApp({ opened: { store: work.store(), clock, table, close: async () => undefined } });
    for (const [kind, list] of Object.entries(paths)) {
      for (let n = -1; n < TIMES; n++) {
        // The first one also reads what a function keeps for a minute, and compiles.
        await work.measure(`${prefix}${n < 0 ? 'warm ' : ''}${kind}`, 1, async () => {
          const { status, text } = await query.get(list[Math.max(n, 0) % list.length] ?? '');
          if (status !== 200) throw new Error(`${kind}: ${status} ${text}`);
        });
      }
    }
  };
  work.counts = false;
  await ask('timed ');
  work.counts = true;
  await ask('');
  return Object.fromEntries(
    Object.keys(paths).map((kind) => [
      kind,
      {
        readUnits: work.of(kind).consumed.readUnits / TIMES,
        milliseconds: work.of(`timed ${kind}`).milliseconds / TIMES,
      },
    ]),
  );
}
