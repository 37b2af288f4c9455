import type { DocumentSpeaker, Extraction } from '../model/extraction.ts';
import type { StatementSpeaker } from '../model/speaker.ts';
import type { Warning } from '../model/warning.ts';

/** In characters. What is longer is no name, whatever the letters are. */
const LONGEST = { name: 160, role: 300 } as const;

/** The extraction without speakers whose names are too long to be names, and without roles that are; a warning says so. */
export function boundSpeakers(extraction: Extraction): { extraction: Extraction; warnings: Warning[] } {
  const { statements, speakers } = extraction;
  const isBounded = [...statements.flatMap(({ speaker }) => speaker ?? []), ...speakers].every(
    (one) => isName(one.name) && isRole(one.role) && isRole(one.affiliation),
  );
  if (isBounded && speakers.every(({ aliases }) => aliases.every(isName))) return { extraction, warnings: [] };
  const unnamed = statements.filter(({ speaker }) => speaker && !isName(speaker.name)).length;
  const limits = `a name has at most ${LONGEST.name} characters, a role or affiliation ${LONGEST.role}`;
  return {
    extraction: {
      ...extraction,
      statements: statements.map((one) => ({ ...one, speaker: boundSpeaker(one.speaker) })),
      speakers: speakers.flatMap((one) => boundSpeaker(one) ?? []).map(withBoundAliases),
    },
    warnings: [
      {
        code: 'name-too-long',
        message: `${limits}: longer ones are left out; ${unnamed} statements lost their speaker`,
      },
    ],
  };
}

function boundSpeaker<T extends StatementSpeaker | DocumentSpeaker>(speaker: T | null): T | null {
  if (speaker === null || !isName(speaker.name)) return null;
  const { role, affiliation } = speaker;
  return { ...speaker, role: isRole(role) ? role : null, affiliation: isRole(affiliation) ? affiliation : null };
}

const withBoundAliases = (speaker: DocumentSpeaker): DocumentSpeaker => ({
  ...speaker,
  aliases: speaker.aliases.filter(isName),
});

const isName = (name: string): boolean => name.length <= LONGEST.name;
const isRole = (role: string | null): boolean => role === null || role.length <= LONGEST.role;
