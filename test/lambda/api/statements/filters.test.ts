import { Command } from 'commander';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parametersOf } from '../../../../cli/list-command.ts';
import { STATEMENT_OPTIONS, withQuery } from '../../../../cli/options/query-options.ts';
import { createOutlets } from '../../../../lambda/api/kernel/outlets.ts';
import { FILTER_NAMES, type FilterName, statementFilters } from '../../../../lambda/api/statements/filters.ts';
import type { StatementRow } from '../../../../lambda/api/statements/rows.ts';
import { statementStatsQuerySchema } from '../../../../lambda/api/stats/query.ts';
import { statementStats } from '../../../../lambda/api/stats/statement-stats.ts';
import { rollup } from '../../../../lambda/pipeline/rollup/rollup.ts';
import { filtersInWords } from '../../../../lambda/web/statements/filters-in-words.ts';
import { type ArticleSpec, feed } from '../../../support/articles.ts';
import { openQueryApp, type QueryApp } from '../../../support/query-app.ts';
import { quietLog } from '../../../support/quiet-log.ts';

const FEEDS = ['gazette', 'herald', 'mirror'];
const SPEAKERS = ['Ada Okonkwo', 'Ada Quill', 'Bela Ruiz', null];
const ROLES = ['harbour master', 'mayor', null];
const TYPES = ['direct', 'indirect', 'mixed'] as const;
const DAYS = ['2026-03-10', '2026-03-11', '2026-03-12', '2026-03-14'];
/** Said in several outlets, so that it is a saying. */
const SHARED = 'The new quay will be open to every ferry of the coast before the summer begins';

const pick = <T>(values: readonly T[], at: number): T => values[at % values.length] as T;

/** The n-th article: each combines the values above in another way, and the fourth of eight stands at the address of the third, as its copy. */
function article(n: number): ArticleSpec {
  const day = pick(DAYS, Math.floor(n / 4));
  const told = n % 8 === 3 ? n - 1 : n;
  return {
    name: `article ${n}`,
    url: `https://town.example/${told}`,
    feedId: pick(FEEDS, n + Math.floor(n / 3)),
    title: `Harbour news ${told}`,
    publishedAt: n % 7 === 6 ? null : `${day}T10:0${n % 5}:00Z`,
    storedAt: `${day}T12:00:00Z`,
    language: pick(['en', 'en-GB', null], told),
    ...(n % 3 === 0 && { source: pick(['Coast Gazette', 'Valley Post'], n) }),
    statements: Array.from({ length: 1 + (told % 3) }, (_, k) => ({
      text: told % 5 === 0 && k === 0 ? SHARED : `Words ${told} ${k} of the ${k % 2 === 0 ? 'quay' : 'ferry'}`,
      speaker: pick(SPEAKERS, told + k),
      role: pick(ROLES, told + k),
      type: told % 5 === 0 && k === 0 ? 'direct' : pick(TYPES, told + k),
      confidence: pick([0.9, 0.7, 0.5], told + k),
    })),
  };
}

let query: QueryApp;
let whole: StatementRow[];
let sayings: string[];

beforeAll(async () => {
  query = await openQueryApp();
  for (const id of FEEDS) await query.store.feeds.put(feed(id, `The ${id}`));
  await query.save(...Array.from({ length: 32 }, (_, n) => article(n)));
  await query.store.speakers.merge('ada-quill', 'ada-okonkwo');
  for (let run = 0; run < 2; run++) {
    query.clock.advance(3_600_000);
    await rollup({ store: query.store, clock: query.clock, log: quietLog() });
  }
  whole = await listed({ includeDuplicates: 'true' });
  sayings = [...new Set(whole.flatMap(({ sayingId }) => sayingId ?? []))];
});
afterAll(() => query.close());

const addressOf = (sent: Sent, path = '/v1/statements') => `${path}?${new URLSearchParams(sent)}`;
const listed = async (sent: Sent): Promise<StatementRow[]> =>
  (await query.pages(`${addressOf(sent)}&limit=500`)).flatMap(({ data }) => data);

type Sent = Partial<Record<FilterName, string>>;

/** Of each filter: values to send, and what passes, said anew by hand. A filter that is declared and not here does not compile. */
const BY_HAND: Record<FilterName, { values: () => string[]; passes(row: StatementRow, value: string): boolean }> = {
  q: {
    values: () => ['quay', 'words fer', '"of the quay"'],
    passes: ({ text, speaker }, value) => {
      const said = [text, speaker?.name, speaker?.role].join(' ').toLowerCase();
      if (value.startsWith('"')) return said.includes(value.slice(1, -1));
      return value.split(' ').every((word) => said.split(/\W+/).some((one) => one.startsWith(word)));
    },
  },
  speaker: {
    values: () => ['okonkwo', '"bela-ruiz"', 'ada'],
    passes: ({ speaker }, value) => {
      const merged = speaker?.id === 'ada-quill' ? 'ada-okonkwo' : speaker?.id;
      return merged === (value.includes('bela') ? 'bela-ruiz' : 'ada-okonkwo');
    },
  },
  from: {
    values: () => ['2026-03-11', '2026-03-10T10:02:00Z', '2026-03-14T10:01:00Z'],
    passes: ({ sortAt }, value) => Date.parse(sortAt) >= Date.parse(value),
  },
  to: {
    values: () => ['2026-03-12', '2026-03-14T10:03:00Z', '2026-03-10'],
    passes: ({ sortAt }, value) =>
      value.length === 10 ? sortAt.slice(0, 10) <= value : Date.parse(sortAt) < Date.parse(value),
  },
  role: { values: () => ['master', 'may'], passes: ({ speaker }, value) => speaker?.role?.includes(value) ?? false },
  feed: { values: () => FEEDS, passes: ({ feedId }, value) => feedId === value },
  type: {
    values: () => ['direct', 'indirect,mixed'],
    passes: ({ type }, value) => value.split(',').includes(type),
  },
  minConfidence: { values: () => ['0.6', '0.8'], passes: ({ confidence }, value) => confidence >= Number(value) },
  language: {
    values: () => ['en', 'en-GB'],
    passes: ({ language }, value) => language === value || (value === 'en' && language === 'en-GB'),
  },
  source: {
    values: () => ['gazette', 'valley po'],
    passes: ({ source }, value) => source === (value === 'gazette' ? 'Coast Gazette' : 'Valley Post'),
  },
  saying: { values: () => sayings, passes: ({ sayingId }, value) => sayingId === value },
  includeDuplicates: { values: () => ['true'], passes: () => true },
};

/** Every row that passes all filters, looked at one by one. */
function byHand(sent: Sent): StatementRow[] {
  return whole.filter(
    (row) =>
      (sent.includeDuplicates !== undefined || row.duplicateOf === null) &&
      FILTER_NAMES.every((name) => sent[name] === undefined || BY_HAND[name].passes(row, sent[name])),
  );
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

/** Some filters, each with one of its values. */
const someFilters = fc
  .subarray(FILTER_NAMES, { minLength: 2, maxLength: 4 })
  .chain((names) =>
    fc.record(Object.fromEntries(names.map((name) => [name, fc.constantFrom(...BY_HAND[name].values())]))),
  )
  .map((sent) => sent as Sent)
  // A range that ends before it begins is refused.
  .filter(({ from, to }) => from === undefined || to === undefined || from.slice(0, 10) <= to.slice(0, 10))
  .filter(({ from, to }) => !(from?.startsWith('2026-03-14T') && to === '2026-03-14T10:03:00Z'));

/** A query's counts, with at most so many statements read. */
async function statsOf(sent: Sent, mostRead?: number) {
  const { store, clock } = query;
  const context = { store, clock, outlets: createOutlets(store.feeds, clock) };
  return statementStats(statementStatsQuerySchema.parse(sent), context, mostRead === undefined ? {} : { mostRead });
}

test('the archive has what each filter chooses, and what it leaves out', () => {
  for (const name of FILTER_NAMES) {
    for (const value of BY_HAND[name].values()) {
      const found = byHand({ includeDuplicates: 'true', [name]: value });
      expect([name, found.length > 0]).toEqual([name, true]);
      if (name !== 'includeDuplicates') expect([name, found.length < whole.length]).toEqual([name, true]);
    }
  }
  expect(byHand({}).length).toBeLessThan(whole.length);
});

describe('any filters of statements choose the same', () => {
  /** Each value of each filter by itself, and then some filters together. */
  const everywhere = async (check: (sent: Sent, expected: StatementRow[]) => Promise<void>) => {
    for (const name of FILTER_NAMES)
      for (const value of BY_HAND[name].values()) await check({ [name]: value }, byHand({ [name]: value }));
    await fc.assert(
      fc.asyncProperty(someFilters, (sent) => check(sent, byHand(sent))),
      { numRuns: 30, seed: 20260302 },
    );
  };

  test(
    'in the list, page by page, and in its export',
    () =>
      everywhere(async (sent, expected) => {
        expect(idsOf(await listed(sent))).toEqual(idsOf(expected));
        const { text } = await query.get(`${addressOf(sent)}&limit=500&format=ndjson`);
        const lines = text.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : []));
        expect(idsOf(lines.filter(({ id }) => id !== undefined))).toEqual(idsOf(expected));
      }),
    60_000,
  );

  test(
    'in the statistics, whether all is read or the hourly counts tell what lies behind',
    () =>
      everywhere(async (sent, expected) => {
        const read = await statsOf(sent);
        expect([read.series.truncated, read.series.total.statements]).toEqual([false, expected.length]);
        const { series } = await statsOf(sent, 5);
        if (!series.truncated) expect(series.total.statements).toBe(expected.length);
        else expect(series.total.statements).toBeLessThanOrEqual(expected.length);
      }),
    60_000,
  );

  test(
    'in the facets',
    () =>
      everywhere(async (sent, expected) => {
        const { facets } = await statsOf(sent);
        const sum = (values: readonly { count: number }[]) => values.reduce((all, { count }) => all + count, 0);
        expect([sum(facets.type), sum(facets.feed)]).toEqual([expected.length, expected.length]);
        for (const { value, count } of facets.type)
          expect([value, count]).toEqual([value, expected.filter(({ type }) => type === value).length]);
        for (const { value, count } of facets.feed)
          expect([value, count]).toEqual([value, expected.filter(({ feedId }) => feedId === value).length]);
      }),
    60_000,
  );

  test(
    'in the form of the page, which sends what it was given',
    () =>
      everywhere(async (sent) => {
        const { text } = await query.get(addressOf(sent, '/'));
        const form = parseHTML(text).document.querySelector('form.search');
        const fields = [...(form?.querySelectorAll('input[name], select[name]') ?? [])].map((field) => {
          const chosen = field.tagName === 'SELECT' ? field.querySelector('option[selected]') : field;
          return [field.getAttribute('name'), chosen?.getAttribute('value') ?? ''];
        });
        expect(Object.fromEntries(fields.filter(([, value]) => value !== ''))).toEqual(sent);
        expect(
          filtersInWords(sent, { feeds: [] })
            .map(({ parameter }) => parameter)
            .toSorted(),
        ).toEqual(Object.keys(sent).toSorted());
      }),
    60_000,
  );

  test(
    'as options of the command line',
    () =>
      everywhere(async (sent) => {
        const words = Object.entries(sent).flatMap(([name, value]) => {
          const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
          return statementFilters[name as FilterName].option.value === null ? [flag] : [flag, value];
        });
        const command = withQuery(new Command(), STATEMENT_OPTIONS).parse(words, { from: 'user' });
        const options = command.opts();
        const feedId = options.feed === undefined ? {} : { feed: options.feed };
        expect({ ...parametersOf(options, false), ...feedId }).toEqual(sent);
      }),
    60_000,
  );
});
