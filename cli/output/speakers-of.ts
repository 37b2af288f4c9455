import type { DocumentSpeaker } from '../../lambda/model/extraction.ts';
import type { Statement } from '../../lambda/model/statement.ts';

/** Who speaks in these statements of one article, in the order of their first one. */
export function speakersOf(statements: Statement[]): DocumentSpeaker[] {
  const speakers = new Map<string, DocumentSpeaker>();
  for (const { speaker } of statements) {
    if (!speaker) continue;
    const key = speaker.id ?? `${speaker.kind} ${speaker.name}`;
    const { id, name, kind, role, affiliation } = speaker;
    const known = speakers.get(key) ?? { id, name, kind, role, affiliation, aliases: [], statements: 0 };
    speakers.set(key, { ...known, role: known.role ?? role, statements: known.statements + 1 });
  }
  return [...speakers.values()];
}
