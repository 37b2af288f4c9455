import { fold } from '../../common/fold.ts';
import { sortableInstant } from '../../model/instant.ts';
import type { Speaker, SpeakerRole } from '../../model/speaker.ts';
import { shorten } from '../shorten.ts';
import type { SpeakerObservation } from '../store-shapes.ts';

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

/** The speaker with what these observations add; their order does not matter for aliases and roles. */
export function mergeSpeaker(known: Speaker | null, observations: readonly SpeakerObservation[]): Speaker | null {
  const start = known ?? speakerOf(observations);
  if (!start) return null;
  const seen = observations.map(({ seenAt }) => seenAt);
  const texts = observations
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .map((text) => shorten(text, LONGEST_TEXT));
  return {
    ...start,
    aliases: sortedSet([...start.aliases, ...texts.filter((text) => text !== start.name)]).slice(0, MOST_ALIASES),
    roles: mergeRoles(start.roles, observations).slice(0, MOST_ROLES),
    firstSeenAt: byTime([start.firstSeenAt, ...seen]).at(0) ?? start.firstSeenAt,
    lastSeenAt: byTime([start.lastSeenAt, ...seen]).at(-1) ?? start.lastSeenAt,
  };
}

/** Whether an alias or role has come; times alone are the rollup's to count, else each mention would be a write. */
export function hasNews(known: Speaker, merged: Speaker): boolean {
  const texts = ({ aliases, roles }: Speaker) => JSON.stringify([aliases, roles.map(({ text }) => text)]);
  return texts(known) !== texts(merged);
}

/** The first of the names in text order names a speaker that is new. */
function speakerOf(observations: readonly SpeakerObservation[]): Speaker | null {
  const [first] = [...observations].sort((a, b) => (a.name < b.name ? -1 : 1));
  if (!first) return null;
  const { id, name, kind, seenAt } = first;
  return {
    id,
    name: shorten(name, LONGEST_TEXT),
    kind,
    aliases: [],
    roles: [],
    statementCount: 0,
    firstSeenAt: seenAt,
    lastSeenAt: seenAt,
  };
}

function mergeRoles(roles: readonly SpeakerRole[], observations: readonly SpeakerObservation[]): SpeakerRole[] {
  const byText = new Map(roles.map((role) => [role.text, role]));
  for (const { role, seenAt } of observations) {
    if (role === null) continue;
    const text = shorten(role, LONGEST_TEXT);
    const times = byTime([byText.get(text)?.firstSeenAt ?? seenAt, byText.get(text)?.lastSeenAt ?? seenAt, seenAt]);
    byText.set(text, { text, statements: 0, firstSeenAt: times.at(0) ?? seenAt, lastSeenAt: times.at(-1) ?? seenAt });
  }
  return [...byText.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
}

const sortedSet = (texts: readonly string[]): string[] => [...new Set(texts)].sort();
const byTime = (instants: readonly string[]): string[] =>
  [...instants].sort((a, b) => (sortableInstant(a) < sortableInstant(b) ? -1 : 1));
