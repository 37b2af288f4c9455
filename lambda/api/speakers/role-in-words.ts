import type { Statement } from '../../model/statement.ts';

/** The office and house of a speaker in one line; a house that the office names already is not said again. */
export function roleInWords(speaker: Pick<NonNullable<Statement['speaker']>, 'role' | 'affiliation'>): string {
  const { role, affiliation } = speaker;
  const parts = [role, role && affiliation && includesWords(role, affiliation) ? null : affiliation];
  return parts.filter((words) => words).join(', ');
}

/** A speaker's name with office and house behind it: "Ann Roe, Mayor, Auldhaven". */
export function nameWithRole(
  speaker: Pick<NonNullable<Statement['speaker']>, 'name' | 'role' | 'affiliation'>,
): string {
  return [speaker.name, roleInWords(speaker)].filter((words) => words).join(', ');
}

function includesWords(text: string, words: string): boolean {
  return ` ${text.toLowerCase()} `.includes(` ${words.toLowerCase()} `);
}
