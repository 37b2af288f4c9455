import { parseArgs } from 'node:util';
import { ASSUMED } from '../lib/cost/assumed.ts';
import { estimate, type Load } from '../lib/cost/estimate.ts';
import { pagesCost, requestCosts, storiesCost } from '../lib/cost/extras.ts';
import { readMeasured } from '../lib/cost/measured.ts';
import { PRICES } from '../lib/cost/prices.ts';
import { readLoad } from '../lib/cost/read-load.ts';
import { costTable, requestTable } from '../lib/cost/show.ts';

const FEEDS = [100, 1_000, 10_000, 100_000];

const { values } = parseArgs({
  options: {
    feeds: { type: 'string' },
    'items-per-day': { type: 'string' },
    'polls-per-day': { type: 'string' },
    retention: { type: 'string' },
    statements: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});
try {
  if (values.help) {
    console.log(
      'npm run cost -- [--feeds N] [--items-per-day N] [--polls-per-day N] [--retention DAYS] [--statements N an item] [--json]',
    );
  } else {
    const measured = readMeasured();
    const { feeds, ...load } = readLoad(values);
    const loads: Load[] = (feeds === null ? FEEDS : [feeds]).map((count) => ({ ...load, feeds: count }));
    const columns = loads.map((one) => ({
      load: one,
      estimate: estimate(one, measured, PRICES),
      stories: storiesCost(one, measured, PRICES),
      pages: pagesCost(one, measured, PRICES),
    }));
    const requests = requestCosts(load.retentionDays, measured, PRICES);
    if (values.json)
      console.log(JSON.stringify({ columns, requests, assumed: ASSUMED, prices: PRICES, measured }, null, 2));
    else {
      console.log(`${costTable(columns)}\n\n${requestTable(requests)}`);
      console.log(
        `\n${load.pollsPerDay} polls and ${load.itemsPerDay} new items of 4 KB a feed and day, ${load.statementsPerItem} statements an item, kept for ${load.retentionDays} days.`,
      );
      const share = (measured.statementsAboveOneKilobyte * 100).toFixed(1);
      console.log(`${share} % of statements have more than the kilobyte that a write unit pays.`);
      console.log(
        `Units measured on ${measured.measuredAt}; list prices of ${PRICES.region} of ${PRICES.asOf}, no free tier.`,
      );
    }
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
