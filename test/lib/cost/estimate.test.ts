import { describe, expect, it } from 'vitest';
import { HOSTS_AT_ONCE } from '../../../lambda/handlers/fifo-batch.ts';
import { PACKING } from '../../../lambda/model/names.ts';
import { ASSUMED } from '../../../lib/cost/assumed.ts';
import { estimate, type Load } from '../../../lib/cost/estimate.ts';
import { pagesCost, requestCosts, storiesCost } from '../../../lib/cost/extras.ts';
import { type Measured, readMeasured } from '../../../lib/cost/measured.ts';
import { PRICES } from '../../../lib/cost/prices.ts';
import { readLoad } from '../../../lib/cost/read-load.ts';
import { kindNamed, WRITE_LINES } from '../../../lib/cost/record-kinds.ts';
import { costLine, costTable, requestTable } from '../../../lib/cost/show.ts';
import { ownMetrics, resource, resources, synthesise } from '../synth.ts';

const LOAD: Load = { feeds: 1000, itemsPerDay: 10, pollsPerDay: 50, retentionDays: 60, statementsPerItem: 4 };

// Outside of the tests, whose time is short for it on a busy machine.
const TEMPLATE = synthesise();

/** Round units, with which the sums can be done by hand. */
const MEASURED: Measured = {
  ...readMeasured(),
  poll: {
    notModified: { writeUnits: 3, readUnits: 2, milliseconds: 10 },
    sameBytes: { writeUnits: 3, readUnits: 4, milliseconds: 12 },
    unchanged: { writeUnits: 3, readUnits: 10, milliseconds: 20 },
    news: { writeUnits: 3, readUnits: 20, milliseconds: 100 },
  },
  kinds: {
    ITEM: { writeUnits: 10, tableBytes: 4096, indexBytes: 2048 },
    STMT: { writeUnits: 2.5, tableBytes: 512, indexBytes: 1024 },
    WORDS: { writeUnits: 1, tableBytes: 1024, indexBytes: 0 },
    LOG: { writeUnits: 1, tableBytes: 512, indexBytes: 0 },
    ENTRIES: { writeUnits: 2, tableBytes: 0, indexBytes: 0 },
    STATES: { writeUnits: 3, tableBytes: 0, indexBytes: 0 },
    FEED: { writeUnits: 0, tableBytes: 2048, indexBytes: 1024 },
    JOB: { writeUnits: 6, tableBytes: 0, indexBytes: 0 },
  },
  counting: { readUnits: 5, milliseconds: 1 },
  indexing: { milliseconds: 2 },
  dispatch: { readUnits: 1, stateBytes: 256 },
  page: {
    teaser: { writeUnits: 16, readUnits: 5, milliseconds: 20 },
    wholeText: { writeUnits: 30, readUnits: 6, milliseconds: 50 },
    page: { writeUnits: 36, readUnits: 9, milliseconds: 40 },
    extractorMilliseconds: 5,
  },
  requests: { 'a list': { readUnits: 20, milliseconds: 50 } },
};

/** Where polls take no time of a processor. */
const NO_TIME = { writeUnits: 1, readUnits: 1, milliseconds: 0 };
const IDLE: Measured = {
  ...MEASURED,
  poll: { notModified: NO_TIME, sameBytes: NO_TIME, unchanged: NO_TIME, news: NO_TIME },
};

const INDEXED = 300_000 + 720 * 250;

describe('the estimate', () => {
  const result = estimate(LOAD, MEASURED, PRICES);

  it('counts writes of each kind: of 300,000 items, their 4 statements, the words of these and of 250 in each hour, of 1,500,000 polls and 720 rounds', () => {
    const million = 0.625 / 1e6;
    expect(result['writes: items']).toBeCloseTo(300_000 * 10 * million, 9);
    expect(result['writes: statements']).toBeCloseTo(300_000 * 4 * 2.5 * million, 9);
    expect(result['writes: words']).toBeCloseTo(INDEXED * million, 9);
    expect(result['writes: counts']).toBeCloseTo(720 * 6 * million, 9);
    expect(result['writes: polls']).toBeCloseTo((1_500_000 * 3 + 300_000 * (1 + 2)) * million, 9);
    expect(result['writes: texts']).toBe(0);
  });

  it('refuses a kind of record that no line counts', () => {
    const kinds = { ...MEASURED.kinds, NEW: { writeUnits: 1, tableBytes: 1, indexBytes: 0 } };
    expect(() => estimate(LOAD, { ...MEASURED, kinds }, PRICES)).toThrow('NEW');
  });

  it('counts stories and sayings on top: 3 units an item and 2 a statement, and what is kept of them', () => {
    const kinds = {
      ...MEASURED.kinds,
      STORY: { writeUnits: 3, tableBytes: 1024, indexBytes: 0 },
      SAID: { writeUnits: 2, tableBytes: 256, indexBytes: 0 },
    };
    const measured = { ...MEASURED, kinds };
    expect(estimate(LOAD, measured, PRICES)).toEqual(result);
    const gigabytes = (600_000 * (1024 + 4 * 256)) / 2 ** 30;
    expect(storiesCost(LOAD, measured, PRICES)).toBeCloseTo(
      300_000 * (3 + 4 * 2) * (0.625 / 1e6) + gigabytes * 0.45,
      6,
    );
  });

  it('counts a page on top: 22 units more, its fetching, its reading in a function of its own', () => {
    const seconds = (1.2 + 0.01 / ASSUMED.processorShare) * 0.5 + 0.005 / (1024 / 1769);
    const million = 22 * 0.625 + 8 * 0.125 + seconds * 13.3334 + 0.4;
    expect(pagesCost(LOAD, MEASURED, PRICES)).toBeCloseTo(million * 0.3, 6);
  });

  it('counts a million requests: their reads, time, and the gateway', () => {
    const seconds = 0.05 / (1024 / 1769);
    expect(requestCosts(30, MEASURED, PRICES)).toEqual({
      'a list': expect.closeTo(20 * 0.125 + seconds * 13.3334 + 0.2 + 1, 6),
    });
  });

  it('counts reads: 600,000 polls not modified, 300,000 of the same bytes, 300,000 unchanged and as many with news, the counting and the dispatch', () => {
    const units = 600_000 * 2 + 300_000 * (4 + 10 + 20 + 5) + 1_500_000 + INDEXED * 1.5 + 43_200 * (8 * 8 + 16) * 0.5;
    expect(result.reads).toBeCloseTo((units * 0.125) / 1e6, 9);
  });

  it('counts what is kept: 600,000 items of 13 KB, of which the table has 7 and the backup is, and a month of lines of half a KB', () => {
    const gigabyte = 2 ** 30;
    expect(result.storage).toBeCloseTo(((600_000 * 13 * 1024 + 300_000 * 512 + 1_000 * 3_072) / gigabyte) * 0.25, 9);
    expect(result.backup).toBeCloseTo(((600_000 * 7 * 1024 + 300_000 * 512 + 1_000 * 2_048) / gigabyte) * 0.2, 9);
  });

  /** In a minute 34.7 feeds are due, which fall into nearly all of five lanes. */
  /** Gigabyte-seconds of the runs that tell what searches find. */
  const NOTIFY = 43_200 * 0.3 * 0.5;
  const RUNS = 43_200 * 5 * (1 - 0.8 ** (1_500_000 / 43_200));

  it('counts Lambda: runs of one pack, their processor time, that of counting and indexing, and a tick a minute', () => {
    const processor = 600_000 * 0.01 + 300_000 * (0.012 + 0.02 + 0.1);
    const seconds =
      (RUNS * (0.7 + 0.01) + processor / ASSUMED.processorShare) * 0.5 +
      ((300_000 * 0.001 + INDEXED * 0.002) / (512 / 1769)) * 0.5 +
      43_200 * (0.3 + 1_000 * 0.00007) * 0.25;
    expect(result.Lambda).toBeCloseTo((seconds + NOTIFY) * 0.0000133334 + ((RUNS + 86_400 + 4_320) * 0.2) / 1e6, 9);
  });

  it('counts requests to the queue: two a run, a send a minute, what is longer than 64 KB, and asking in vain', () => {
    const requests = 2 * RUNS + 43_200 + (2 * 1_500_000 * 700) / 65_536 + 648_000;
    expect(result['SQS and schedules']).toBeCloseTo((requests * 0.5 + 86_400 + 4_320) / 1e6, 9);
  });

  it.each([
    ['less than one feed a minute is a run each', 10, 15_000 / 15_000],
    ['few feeds a minute are a run for each lane', 100, 150_000 / (43_200 * 5 * (1 - 0.8 ** (150_000 / 43_200)))],
    ['more than lanes hold are packs of 100', 100_000, 100],
  ])('%s', (_what, feeds, pollsPerRun) => {
    const { Lambda } = estimate({ ...LOAD, feeds, itemsPerDay: 0 }, IDLE, PRICES);
    const runs = (feeds * 1_500) / pollsPerRun;
    const seconds = runs * (0.7 * Math.max(1, pollsPerRun / 40) + 0.01) * 0.5;
    const open = ((720 * 250 * 0.002) / (512 / 1769)) * 0.5;
    const ticks = 43_200 * (0.3 + feeds * 0.00007) * 0.25;
    expect(Lambda).toBeCloseTo(
      (seconds + open + ticks + NOTIFY) * 0.0000133334 + ((runs + 86_400 + 4_320) * 0.2) / 1e6,
      9,
    );
  });

  it('has the hosts side by side of the worker, and the lanes and packs by which the sums were done here', () => {
    expect(ASSUMED.hostsAtOnce).toBe(HOSTS_AT_ONCE);
    expect(PACKING).toEqual({ lanes: 5, messages: 100 });
  });

  it('counts a line of the log for each poll with news and each run, and a few words for each other poll', () => {
    const schedules = 2 * 43_200 + 6 * 720;
    const bytes = 300_000 * 420 + 1_200_000 * 90 + RUNS * 800 + (RUNS + schedules) * 700;
    expect(result.logs).toBeCloseTo((bytes / 2 ** 30) * 0.53, 9);
  });

  it('counts what is kept for long by the prices of the class of table that the stack has then', () => {
    const long = estimate({ ...LOAD, retentionDays: 365 }, MEASURED, PRICES);
    expect(long.storage).toBeCloseTo(((3_650_000 * 13 * 1024 + 300_000 * 512 + 1_000 * 3_072) / 2 ** 30) * 0.1, 9);
    expect(long['writes: polls']).toBeCloseTo((5_400_000 * 0.78) / 1e6, 9);
    expect(long.reads).toBeCloseTo((result.reads * 0.155) / 0.125, 9);
    expect(long.backup).toBeCloseTo(((3_650_000 * 7 * 1024 + 300_000 * 512 + 1_000 * 2_048) / 2 ** 30) * 0.2, 9);
  });

  it('is the sum of its parts', () => {
    const { total, ...parts } = result;
    expect(total).toBeCloseTo(
      Object.values(parts).reduce((sum, part) => sum + part, 0),
      9,
    );
  });

  it('grows with each figure of the load, and never falls', () => {
    for (const name of Object.keys(LOAD) as (keyof Load)[]) {
      expect(estimate({ ...LOAD, [name]: LOAD[name] * 2 }, MEASURED, PRICES).total, name).toBeGreaterThan(result.total);
    }
  });

  it('counts the memory that the function has, and its share of a processor', () => {
    const [, { Properties }] = resource(TEMPLATE, 'AWS::Lambda::Function', /IngestFunction/);
    expect(ASSUMED.ingestGigabytes * 1024).toBe(Properties.MemorySize);
    expect(ASSUMED.processorShare).toBe(Properties.MemorySize / 1769);
  });

  it('counts the metrics of our own that the stack has', () => {
    expect(ASSUMED.metrics).toBe(ownMetrics(TEMPLATE).size);
  });

  it('counts the metrics of alarms that the stack has', () => {
    const alarms = resources(TEMPLATE, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties);
    const metrics = alarms.map(
      ({ Metrics }) => Metrics?.filter((one: { MetricStat?: unknown }) => one.MetricStat).length ?? 1,
    );
    expect(ASSUMED.alarmMetrics).toBe(metrics.reduce((sum, count) => sum + count, 0));
  });
});

describe('what was measured', () => {
  it('was counted as the store itself counts', () => {
    const { returnedTableUnits, countedTableUnits } = readMeasured().conditions;
    expect(returnedTableUnits).toBeGreaterThan(1000);
    expect(Math.abs(returnedTableUnits - countedTableUnits) / returnedTableUnits).toBeLessThan(0.01);
  });

  it('has a line for each kind of record, and a kind for each line', () => {
    const lines = Object.keys(readMeasured().kinds).map((name) => kindNamed(name).line);
    expect(new Set(lines)).toEqual(new Set(WRITE_LINES));
  });

  it('has one write unit for a poll without news: the state, which is in no index', () => {
    const { notModified, unchanged } = readMeasured().poll;
    expect(notModified.writeUnits).toBe(1);
    expect(unchanged.writeUnits).toBe(1);
  });
});

describe('the command', () => {
  it('reads its options, and has others for those that are not given', () => {
    expect(readLoad({ feeds: '1000', 'items-per-day': '5', retention: '365' })).toEqual({
      ...{ feeds: 1000, itemsPerDay: 5, pollsPerDay: 50, retentionDays: 365, statementsPerItem: 6 },
    });
    expect(readLoad({}).feeds).toBeNull();
  });

  it.each([
    ['feeds', 'many'],
    ['feeds', '0'],
    ['feeds', ''],
    ['retention', '-1'],
    ['items-per-day', 'Infinity'],
    ['statements', '1e99'],
  ])('refuses --%s %j, by name', (name, value) => {
    expect(() => readLoad({ [name]: value })).toThrow(`--${name} must be a number`);
  });

  it('shows estimates side by side, and in a line', () => {
    const columns = [LOAD, { ...LOAD, feeds: 100_000 }].map((load) => ({
      load,
      estimate: estimate(load, MEASURED, PRICES),
      stories: storiesCost(load, MEASURED, PRICES),
      pages: pagesCost(load, MEASURED, PRICES),
    }));
    expect(costTable(columns)).toMatch(
      /^\| US dollars a month \| 1,000 feeds \| 100,000 feeds \|\n\| --- \| ---: \| ---: \|\n/,
    );
    expect(costTable(columns)).toMatch(
      /\| \*\*total\*\* \| \$\d+\.\d\d \| \$[\d,]+ \|\n\| on top: stories and sayings \| [^\n]+\n\| on top, [^|]+ \| \$[\d.]+ \| \$[\d,]+ \|$/,
    );
    expect(requestTable({ 'a list': 1.5 })).toMatch(/\| a list \| \$1\.50 \|$/);
    expect(costLine(columns)).toMatch(
      /^about \$\d+\.\d\d for 1,000 feeds, \$[\d,]+ for 100,000 feeds a month, at 50 polls/,
    );
  });
});
