import { earlierOf, laterOf } from '../../model/instant.ts';
import type { Speaker, SpeakerRole } from '../../model/speaker.ts';
import { byFrequency } from '../../store/counts/speaker-counts.ts';

/**
 * A speaker together with those that an operator has joined to it: names, roles and times of all, counts added up. Nothing of this is stored, so that
 * splitting has nothing to repair.
 */
export function wholeSpeaker(target: Speaker, members: readonly Speaker[]): Speaker {
  if (members.length === 0) return target;
  const all = [target, ...members];
  const names = new Set(all.flatMap(({ name, aliases }) => [name, ...aliases]));
  names.delete(target.name);
  return {
    ...target,
    aliases: [...names].sort(),
    roles: mergeRoles(all.flatMap(({ roles }) => roles)),
    statementCount: all.reduce((sum, { statementCount }) => sum + statementCount, 0),
    firstSeenAt: all.map(({ firstSeenAt }) => firstSeenAt).reduce(earlierOf),
    lastSeenAt: all.map(({ lastSeenAt }) => lastSeenAt).reduce(laterOf),
    mergedFrom: members.map(({ id }) => id).sort(),
  };
}

function mergeRoles(roles: readonly SpeakerRole[]): SpeakerRole[] {
  const byText = new Map<string, SpeakerRole>();
  for (const role of roles) {
    const { statements, firstSeenAt, lastSeenAt } = byText.get(role.text) ?? { ...role, statements: 0 };
    byText.set(role.text, {
      text: role.text,
      statements: statements + role.statements,
      firstSeenAt: earlierOf(firstSeenAt, role.firstSeenAt),
      lastSeenAt: laterOf(lastSeenAt, role.lastSeenAt),
    });
  }
  return [...byText.values()].sort(byFrequency);
}
