import { NotFoundError } from '../../model/errors.ts';
import type { CountRow } from '../../store/counts/shapes.ts';
import { subjectOf } from '../../store/counts/subject.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { readMergedSpeakers } from './merged-speakers.ts';
import type { SpeakerPage } from './rows.ts';

/**
 * A speaker with the days on which articles quoted them; the id of one that is joined to another answers that other, with a note.
 * Throws NotFoundError.
 */
export async function getSpeaker(id: string, { store }: Pick<QueryContext, 'store'>): Promise<SpeakerPage> {
  const merged = await readMergedSpeakers(store.speakers);
  const [speaker] = await merged.whole([id], { counted: true });
  if (!speaker) throw new NotFoundError('unknown-speaker', `no speaker has the id ${id}`);
  const rows = await Promise.all(
    merged.idsOf(speaker.id).map((one) => store.rollups.ofSubject(subjectOf.speaker(one))),
  );
  const note = speaker.id === id ? {} : { note: `${id} is merged into ${speaker.id}` };
  return { ...speaker, ...note, days: sumOfDays(rows.flat()) };
}

function sumOfDays(rows: CountRow[]): SpeakerPage['days'] {
  const days = new Map<string, SpeakerPage['days'][number]>();
  for (const { day, statements, roles } of rows) {
    const known = days.get(day);
    days.set(day, {
      day,
      statements: statements + (known?.statements ?? 0),
      roles: [...new Set([...(known?.roles ?? []), ...roles.map(({ text }) => text)])].sort(),
    });
  }
  return [...days.values()].sort((one, other) => (one.day < other.day ? -1 : 1));
}
