import type { Feed } from '../../model/feed.ts';
import { LOWEST_CONFIDENCES, TYPE_IN_WORDS } from '../kit/words.ts';

const NAMES: Record<string, string> = {
  q: 'words',
  speaker: 'speaker',
  role: 'role',
  feed: 'outlet',
  type: 'how it was said',
  minConfidence: 'how sure',
  from: 'from',
  to: 'to',
  language: 'language',
  includeDuplicates: 'copies',
};

/** A filter that was sent, as people read it. */
export interface FilterInWords {
  parameter: string;
  name: string;
  value: string;
}

/** The filters of a query in words, in the order of the form. */
export function filtersInWords(
  sent: Record<string, string>,
  known: { feeds: Pick<Feed, 'id' | 'title'>[]; speakers?: { id: string; name: string }[] | undefined },
): FilterInWords[] {
  return Object.entries(NAMES).flatMap(([parameter, name]) => {
    const sentValue = sent[parameter];
    return sentValue === undefined ? [] : [{ parameter, name, value: valueInWords(parameter, sentValue, known) }];
  });
}

function valueInWords(
  parameter: string,
  value: string,
  { feeds, speakers }: Parameters<typeof filtersInWords>[1],
): string {
  if (parameter === 'feed') return feeds.find(({ id }) => id === value)?.title ?? value;
  if (parameter === 'speaker') return speakers?.length === 1 ? (speakers[0]?.name ?? value) : value;
  if (parameter === 'includeDuplicates') return value === 'true' || value === '1' ? 'shown' : 'left out';
  if (parameter === 'type') {
    return value
      .split(',')
      .map((type) => Object.entries(TYPE_IN_WORDS).find(([known]) => known === type)?.[1] ?? type)
      .join(' or ');
  }
  if (parameter === 'minConfidence') {
    return LOWEST_CONFIDENCES.find(([lowest]) => lowest === value)?.[1] ?? `${value} or more`;
  }
  return value;
}
