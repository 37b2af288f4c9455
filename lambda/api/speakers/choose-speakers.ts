import { slug } from '../../common/fold.ts';
import { foldedWords } from '../../common/words.ts';
import { isAfter } from '../../model/instant.ts';
import type { Speaker, SpeakerRole } from '../../model/speaker.ts';
import type { SpeakerRepository } from '../../store/store.ts';
import { type Candidate, ProblemError } from '../kernel/http/problem.ts';
import { hasWords } from '../kernel/word-match.ts';
import type { MergedSpeakers } from './merged-speakers.ts';

const MOST_SPEAKERS = 10;
/** The code of the problem that offers candidates. */
export const TOO_MANY_SPEAKERS = 'too-many-speakers';
/** The most ids whose statements are merged into one list. */
export const MOST_IDS = 25;
/** So many are found, and the first of them listed. */
const MOST_FOUND = 1_000;
const MOST_LISTED = 50;
/** The store finds names by words of two letters at least. */
const SHORTEST_WORD = 2;

/**
 * Whom a reader means by `speaker`:
 * - in quotation marks, the one whose id or whole name this is, as `"nato"`;
 * - without, the speaker whose id this is, where the id has several words, as `jens-stoltenberg` (and so the whole name);
 * - else everyone who has a word in a name or alias that begins with each of these words.
 * Who is joined to another is that other. Throws a 400 where these are more than ten, with those of them who were quoted most.
 */
export async function chooseSpeakers(
  value: string,
  speakers: Pick<SpeakerRepository, 'find'>,
  merged: MergedSpeakers,
): Promise<Speaker[]> {
  const quoted = /^"(.*)"$/.exec(value.trim())?.[1];
  const id = slug(quoted ?? value);
  const words = foldedWords(value);
  const exact = quoted !== undefined || words.length > 1 ? await merged.whole([id], { counted: false }) : [];
  if (exact.length > 0) return exact;
  if (quoted !== undefined) return [];
  const named = await findSpeakers(words, MOST_FOUND, speakers);
  const found = await merged.whole(idsOf(named), { counted: false });
  const ids = found.flatMap((speaker) => merged.idsOf(speaker.id));
  if (found.length <= MOST_SPEAKERS && ids.length <= MOST_IDS) return found;
  const count =
    named.length < MOST_FOUND ? found.length.toLocaleString('en') : `${MOST_FOUND.toLocaleString('en')} or more`;
  const detail = `${count} speakers have such a name; give more of it, or an id in quotation marks`;
  throw new ProblemError(400, TOO_MANY_SPEAKERS, `speaker: ${detail}`, {
    parts: [{ parameter: 'speaker', detail }],
    candidates: candidatesOf(await merged.whole(idsOf(candidatesOf(found)), { counted: true })),
  });
}

/** Speakers as they are offered for a choice: who was quoted most stands first, each with the latest role; at most 50. */
export function candidatesOf(speakers: readonly Speaker[]): Candidate[] {
  return speakers
    .map(({ id, name, roles, statementCount }) => ({ id, name, role: latestRole(roles), statementCount }))
    .sort((one, other) => other.statementCount - one.statementCount || (one.name < other.name ? -1 : 1))
    .slice(0, MOST_LISTED);
}

const idsOf = (speakers: readonly { id: string }[]): string[] => speakers.map(({ id }) => id);

function latestRole(roles: readonly SpeakerRole[]): string | null {
  const latest = roles.reduce<SpeakerRole | null>(
    (best, role) => (best === null || isAfter(role.lastSeenAt, best.lastSeenAt) ? role : best),
    null,
  );
  return latest?.text ?? null;
}

/** Speakers with a word of a name that begins with each of the words, by name; single letters are taken for initials. */
export async function findSpeakers(
  words: string[],
  most: number,
  speakers: Pick<SpeakerRepository, 'find'>,
): Promise<Speaker[]> {
  const searched = words.filter((word) => word.length >= SHORTEST_WORD);
  if (searched.length === 0) {
    const detail = `give a word of at least ${SHORTEST_WORD} letters of the name`;
    throw new ProblemError(400, 'name-too-short', detail);
  }
  const found = await speakers.find(searched, most);
  if (searched.length === words.length) return found;
  return found.filter((speaker) => hasWords([speaker.name, ...speaker.aliases], words));
}
