import type { Article } from '../article.ts';
import type { Mention } from '../mentions/mention.ts';

/** Who is said to speak, as the sentence words it; token indexes, both included. */
export interface Subject {
  kind: 'name' | 'pronoun' | 'phrase';
  first: number;
  last: number;
  /** The mention that heads it, for names and titles. */
  mention: Mention | null;
  /** The noun that heads a phrase, lower case. */
  head: string;
}

/** The subject that a mention makes. */
export function subjectOfMention(mention: Mention): Subject {
  return {
    kind: mention.kind === 'role' ? 'phrase' : 'name',
    first: mention.first,
    last: mention.last,
    mention,
    head: mention.kind === 'role' ? mention.name.toLowerCase() : '',
  };
}

/** True where two subjects are the same words at the same place. */
export function sameSubject(one: Subject | null, other: Subject | null): boolean {
  return one !== null && other !== null && one.first === other.first && one.last === other.last;
}

/** The mention that ends at the token, or `null`. */
export function mentionEndingAt(article: Article, index: number): Mention | null {
  const mention = article.mentions[article.mentionAt[index] ?? -1];
  return mention !== undefined && mention.last === index ? mention : null;
}

/** The mention that begins at the token, or `null`. */
export function mentionStartingAt(article: Article, index: number): Mention | null {
  const mention = article.mentions[article.mentionAt[index] ?? -1];
  return mention !== undefined && mention.first === index ? mention : null;
}
