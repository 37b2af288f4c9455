import { buildBundle } from '../../../lambda/pipeline/build-bundle.ts';
import { speakerObservations } from '../../../lambda/pipeline/speaker-observations.ts';
import { extracted, extraction, normalised } from './support.ts';
import type { World } from './world.ts';

/** Stores an item with one statement of each of the persons, as their role. */
export async function storeArticle(
  world: World,
  id: string,
  date: string | null,
  persons: [string, string][],
  text = `Text of ${id}`,
) {
  const statements = persons.map(([name, role], index) => ({
    ...extracted(`Words ${index} of ${id}`, index * 50),
    speaker: {
      id: name.toLowerCase(),
      name,
      role,
      affiliation: null,
      kind: 'person' as const,
      mention: { text: name, start: 0, end: name.length },
      resolution: 'explicit' as const,
    },
  }));
  const speakers = persons.map(([name, role]) => ({
    id: name.toLowerCase(),
    name,
    kind: 'person' as const,
    role,
    affiliation: null,
    aliases: [],
    statements: 1,
  }));
  const url = `https://gazette.example/${id}`;
  const found = extraction({ publishedAt: date, statements, speakers });
  const known = (await world.store.items.known([id])).get(id) ?? null;
  const item = normalised({ id, url, canonicalUrl: url, contentText: text, title: id, feedHash: `${text}${date}` });
  const bundle = buildBundle(item, found, known, { now: world.now(), retentionDays: 0 });
  await world.store.speakers.record(speakerObservations(found, bundle.item.sortAt));
  await world.store.items.save(bundle);
}
