import { fold } from '../../common/fold.ts';
import { laterOf } from '../../model/instant.ts';
import { shorten } from '../shorten.ts';
import type { SpeakerObservation } from '../store-shapes.ts';
import type { StoredSpeaker } from './record.ts';

/** A feed may say of one speaker what it likes; so much of it fits into a record. */
const MOST_ROLES = 120;
const MOST_ALIASES = 60;
const LONGEST_TEXT = 160;
const SHORTEST_TOKEN = 2;
const MOST_TOKENS = 12;

/** The words by which a name is found: folded, of two letters or more, each once. */
export function nameTokens(names: readonly string[]): string[] {
  const words = names.flatMap((name) => fold(name).split(' ').slice(0, MOST_TOKENS));
  return [...new Set(words)].filter((word) => Array.from(word).length >= SHORTEST_TOKEN);
}

/** What a speaker's record says, whatever its version. */
type SpeakerContent = Omit<StoredSpeaker, 'version'>;

/** The speaker with what these observations add, in any order. `null` without observations of an unknown speaker. */
export function mergeSpeaker(known: SpeakerContent | null, observations: readonly SpeakerObservation[]) {
  const start = known ?? speakerOf(observations);
  if (!start) return null;
  const short = (text: string): string => shorten(text, LONGEST_TEXT);
  const names = observations.flatMap(({ name, aliases }) => [name, ...aliases]).map(short);
  const roles = observations.flatMap(({ role }) => (role === null ? [] : short(role)));
  return {
    ...start,
    aliases: sortedSet([...start.aliases, ...names.filter((name) => name !== start.name)]).slice(0, MOST_ALIASES),
    roles: sortedSet([...start.roles, ...roles]).slice(0, MOST_ROLES),
    mentionedAt: observations.map(({ seenAt }) => seenAt).reduce(laterOf, start.mentionedAt),
  } satisfies SpeakerContent;
}

/** Whether an alias or role has come; times alone are the rollup's to count, else each mention would be a write. */
export function hasNews(known: SpeakerContent, merged: SpeakerContent): boolean {
  const texts = ({ aliases, roles }: SpeakerContent) => JSON.stringify([aliases, roles]);
  return texts(known) !== texts(merged);
}

/** The first of the names in text order names a speaker that is new. */
function speakerOf(observations: readonly SpeakerObservation[]): SpeakerContent | null {
  const [first] = [...observations].sort((a, b) => (a.name < b.name ? -1 : 1));
  if (!first) return null;
  const { id, name, kind, seenAt } = first;
  return { id, name: shorten(name, LONGEST_TEXT), kind, aliases: [], roles: [], mentionedAt: seenAt };
}

const sortedSet = (texts: readonly string[]): string[] => [...new Set(texts)].sort();
