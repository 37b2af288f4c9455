import { compileSearches } from '../lambda/api/searches/compile-searches.ts';
import type { Search } from '../lambda/model/search.ts';
import type { Statement } from '../lambda/model/statement.ts';
import { indexSearches } from '../lambda/notify/index-searches.ts';
import { bundle } from '../test/support/articles.ts';
import { openMemoryStore } from '../test/support/memory-store.ts';

const SEARCHES = 1_000;
const STATEMENTS = 5_000;
const AT = '2026-03-15T12:00:00Z';
const VOCABULARY = 5_000;

/** Common words stand in many statements, rare ones in few. */
const wordAt = (n: number): string => `word${Math.floor(VOCABULARY * (((n * 7919) % 104_729) / 104_729) ** 2)}x`;

/** Statements matched a second with so many searches: six in ten by a word, three by a speaker, one with neither; beside comparing each with each. */
export async function benchAlerts(): Promise<string> {
  const { store, close } = await openMemoryStore(AT);
  await store.speakers.record(
    Array.from({ length: 2_000 }, (_, n) => ({
      ...{ id: `speaker-${n}`, name: `Speaker ${n}`, kind: 'person' as const, aliases: [], role: null, seenAt: AT },
    })),
  );
  const searches = Array.from({ length: SEARCHES }, (_, n): Search => {
    const filters =
      n % 10 < 6
        ? { q: wordAt(n) }
        : n % 10 < 9
          ? { speaker: `"speaker-${n}"` }
          : { minConfidence: '0.95', type: 'mixed' };
    return {
      ...{ id: `s${n}`, name: `Search ${n}`, filters: filters as Record<string, string>, channels: [], paused: false },
      ...{ activeSince: AT, createdBy: 'bench', createdAt: AT, changedAt: AT, revision: 1 },
    };
  });
  const texts = Array.from({ length: STATEMENTS }, (_, n) =>
    Array.from({ length: 25 }, (__, k) => wordAt(n * 31 + k * 17)).join(' '),
  );
  const { statements } = bundle({
    name: 'bench',
    statements: texts.map((text, n) => ({ text, speaker: `Speaker ${n % 2_000}` })),
  });
  const all = statements.map((statement): Statement => ({ ...statement, edition: '1-bench' }));
  const article = { duplicateOf: null };
  const compiled = await compileSearches(searches, store);
  await close();
  const index = indexSearches(compiled);
  const measure = (work: (statement: Statement) => number, some: Statement[]) => {
    const start = performance.now();
    const matches = some.reduce((sum, statement) => sum + work(statement), 0);
    return { rate: Math.round((1_000 * some.length) / (performance.now() - start)), matches: matches / some.length };
  };
  const byIndex = measure((one) => index.matching(one, article).length, all);
  const each = measure(
    (one) =>
      compiled.filter(
        ({ passes, speakerIds }) => (!speakerIds || speakerIds.has(one.speaker?.id ?? '')) && passes(one, article),
      ).length,
    all.slice(0, 500),
  );
  return [
    `**alerts: ${STATEMENTS.toLocaleString('en')} statements, ${SEARCHES.toLocaleString('en')} searches, one core**`,
    '',
    '| | statements a second | matches of one |',
    '| --- | ---: | ---: |',
    `| by the index | ${byIndex.rate.toLocaleString('en')} | ${byIndex.matches.toFixed(1)} |`,
    `| each with each | ${each.rate.toLocaleString('en')} | ${each.matches.toFixed(1)} |`,
  ].join('\n');
}
