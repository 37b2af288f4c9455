import type { DocumentSpeaker } from '../../model/extraction.ts';
import type { Resolved } from './resolve/resolved.ts';
import { speakerKey } from './resolve/speaker-key.ts';

/** The speakers of a document in order of their first statement, with the number of statements of each. */
export function collectSpeakers(resolved: readonly Resolved[]): DocumentSpeaker[] {
  const speakers = new Map<string, DocumentSpeaker>();
  for (const found of resolved) {
    const id = speakerKey(found);
    const key = id ?? `${found.kind}:${found.name.toLowerCase()}`;
    const known = speakers.get(key);
    if (known !== undefined) known.statements++;
    else {
      const aliases = found.person === null ? [] : [...found.person.aliases];
      speakers.set(key, {
        id,
        name: found.name,
        kind: found.kind,
        role: found.role,
        affiliation: found.affiliation,
        aliases,
        statements: 1,
      });
    }
  }
  return [...speakers.values()];
}
