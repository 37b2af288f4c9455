import type { CorrectedSpeaker, Correction, MachineReading } from '../../model/correction.ts';
import type { StatementSpeaker } from '../../model/speaker.ts';
import type { Statement } from '../../model/statement.ts';
import type { WithoutEdition } from '../store-shapes.ts';
import { findWords } from './find-words.ts';
import { matchCorrections } from './match-corrections.ts';

type Read = WithoutEdition<Statement>;

/** The statements as the rules found them, whatever was corrected in them. */
export function asTheMachineRead<S extends Read>(statement: S): S {
  const { correction, ...own } = statement;
  return (correction ? { ...own, ...correction.machine } : own) as S;
}

/**
 * An item's statements with its corrections: those that are being withdrawn count for nothing, nor does what an earlier time has corrected. Words that
 * stand in the text no more stay as the rules have them. The same statements, corrections and text give the same at every run.
 */
export function applyCorrections<S extends Read>(
  statements: readonly S[],
  corrections: readonly Correction[],
  text: string,
): S[] {
  const read = statements.map(asTheMachineRead).sort(byPlace);
  const pairs = matchCorrections(
    read,
    corrections.filter(({ withdrawn }) => !withdrawn),
  );
  return read.map((statement) => {
    const correction = pairs.get(statement);
    return (correction && applyOne(statement, correction, text)) ?? statement;
  });
}

/** `null` where nothing is left to correct: the words are not in the text any more. */
function applyOne<S extends Read>(statement: S, correction: Correction, text: string): S | null {
  const { notAStatement, note, by, at, statementId } = correction;
  const { text: words, start, end, spans, speaker } = statement;
  const machine: MachineReading = { text: words, start, end, spans, speaker };
  const place = correction.words === undefined ? null : findWords(text, correction.words, start);
  const isOtherSpeaker = correction.speaker !== undefined;
  if (!notAStatement && place === null && !isOtherSpeaker) return null;
  const corrected = [...(isOtherSpeaker ? ['speaker' as const] : []), ...(place ? ['words' as const] : [])];
  return {
    ...statement,
    ...(place ? { text: text.slice(place.start, place.end), ...place, spans: [place] } : {}),
    ...(correction.speaker === undefined
      ? {}
      : { speaker: speakerOf(correction.speaker, place?.start ?? start, text) }),
    correction: { of: statementId, notAStatement, corrected, note, by, at, machine },
  };
}

/** The mention is where the whole name stands nearest, else an empty stretch at the statement: nothing is marked then. */
function speakerOf(speaker: CorrectedSpeaker | null, near: number, text: string): StatementSpeaker | null {
  if (speaker === null) return null;
  const { start, end } = findWords(text, speaker.name, near) ?? { start: near, end: near };
  return { ...speaker, mention: { text: text.slice(start, end), start, end }, resolution: 'operator' };
}

function byPlace(one: Read, other: Read): number {
  return one.start - other.start || (one.id < other.id ? -1 : 1);
}
