import { speakerId } from '../../../common/speaker-id.ts';
import { KNOWN_ORGANISATIONS, ORGANISATION_HEADS } from '../lexicon/organisations.ts';
import type { Resolved } from './resolved.ts';

/** The id under which the speaker is followed from article to article; `null` also for "the ministry" and "Company", which are another one in each. */
export function speakerKey({ kind, name }: Pick<Resolved, 'kind' | 'name'>): string | null {
  const lower = name.toLowerCase();
  const proper = /\p{Lu}/u.test(name) && (KNOWN_ORGANISATIONS.has(lower) || !ORGANISATION_HEADS.has(lower));
  return kind === 'organization' && !proper ? null : speakerId(kind, name);
}
