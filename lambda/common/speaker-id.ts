import type { SpeakerKind } from '../model/speaker.ts';
import { slug } from './fold.ts';

/**
 * The id under which a speaker is followed from article to article: `jens-stoltenberg` for a person, `org:european-commission` for an
 * organisation (without a leading "the"), `null` for groups, unnamed sources and names without a letter or digit.
 */
export function speakerId(kind: SpeakerKind, name: string): string | null {
  if (kind === 'group' || kind === 'unnamed') return null;
  const folded = slug(kind === 'organization' ? name.replace(/^the\s+/i, '') : name);
  if (folded === '') return null;
  return kind === 'organization' ? `org:${folded}` : folded;
}
