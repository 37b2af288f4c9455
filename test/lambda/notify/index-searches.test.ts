import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileSearches } from '../../../lambda/api/searches/compile-searches.ts';
import type { Search } from '../../../lambda/model/search.ts';
import { indexSearches } from '../../../lambda/notify/index-searches.ts';
import { bundle } from '../../support/articles.ts';
import { openMemoryStore } from '../../support/memory-store.ts';

const AT = '2026-03-15T12:00:00Z';
const word = fc.constantFrom('quay', 'quays', 'harbour', 'a', 'ab', 'Łódź', 'lodz', 'out', 'of', 'service', 'mayor');
const some = (min: number) => fc.array(word, { minLength: min, maxLength: 4 }).map((words) => words.join(' '));
const filters = fc.record(
  {
    q: fc.oneof(
      some(1),
      some(1).map((words) => `"${words}"`),
    ),
    speaker: fc.constantFrom('"ada-okonkwo"', 'hale', '"nobody"'),
    role: some(1),
    type: fc.constantFrom('direct', 'indirect'),
  },
  { requiredKeys: [] },
);

test('the index finds just the searches that comparing each would find', async () => {
  const { store, close } = await openMemoryStore(AT);
  const person = { kind: 'person' as const, aliases: [], role: null, seenAt: AT };
  await store.speakers.record([
    { ...person, id: 'ada-okonkwo', name: 'Ada Okonkwo' },
    { ...person, id: 'ben-hale', name: 'Ben Hale' },
  ]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(filters, { maxLength: 8 }),
      fc.array(fc.tuple(some(1), fc.constantFrom('Ada Okonkwo', 'Ben Hale', null), some(0)), {
        minLength: 1,
        maxLength: 6,
      }),
      async (wanted, said) => {
        const searches = wanted.map(
          (one, n): Search => ({
            ...{ id: `s${n}`, name: `S${n}`, filters: one as Record<string, string>, channels: [], paused: false },
            ...{ activeSince: AT, createdBy: 'test', createdAt: AT, changedAt: AT, revision: 1 },
          }),
        );
        const compiled = await compileSearches(searches, store);
        const index = indexSearches(compiled);
        const { statements } = bundle({
          name: 'a',
          statements: said.map(([text, speaker, role]) => ({ text, speaker, role: role || null })),
        });
        for (const one of statements) {
          const statement = { ...one, edition: '1' };
          const article = { duplicateOf: null };
          const each = compiled.filter(
            ({ speakerIds, passes }) =>
              (speakerIds === null || speakerIds.has(statement.speaker?.id ?? '')) && passes(statement, article),
          );
          const found = index.matching(statement, article).map(({ id }) => id);
          expect(found.sort()).toEqual(each.map(({ search }) => search.id).sort());
        }
      },
    ),
    { numRuns: 60 },
  );
  await close();
});
