import type { FeedDocument } from '../../model/feed-document.ts';
import type { Element } from '../xml/element-stack.ts';
import type { Vocabulary } from '../xml/vocabularies.ts';

export type FeedFormat = FeedDocument['format'];

const ROOTS: ReadonlyMap<string, [FeedFormat, Vocabulary]> = new Map([
  ['rss', ['rss', 'rss']],
  ['channel', ['rss', 'rss']],
  ['rdf', ['rdf', 'rdf']],
  ['feed', ['atom', 'atom']],
]);

/**
 * The format that a root element begins, `null` where it begins none. A root in no namespace, or in one of its own
 * making, lends the format's vocabulary to that namespace.
 */
export function rootFormat(element: Element): FeedFormat | null {
  const [format, vocabulary] = ROOTS.get(element.expanded.name) ?? [null, null];
  if (format === null) return null;
  if (element.expanded.vocabulary !== vocabulary && vocabulary !== 'rdf') {
    const colon = element.qualifiedName.indexOf(':');
    const prefix = colon < 0 ? '' : element.qualifiedName.slice(0, colon);
    element.scope = element.scope.with(prefix, vocabulary);
    element.expanded = element.scope.expand(element.qualifiedName);
  }
  return format;
}
