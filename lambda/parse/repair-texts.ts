import { encodedOnce } from '../common/charset/encoded-twice.ts';
import type { FeedDocument, FeedEntry } from '../model/feed-document.ts';
import type { Warnings } from './warnings.ts';

/** The document with those of its texts read anew that were encoded twice. Each is judged for itself, for a feed may gather them from several places. */
export function repairTexts(document: FeedDocument, warnings: Warnings): FeedDocument {
  const repair = <Text extends string | null>(text: Text): Text => {
    const once = text === null ? text : encodedOnce(text);
    if (once !== text) warnings.add('encoded-twice', 'text was encoded as UTF-8 twice and is read as it was meant');
    return once as Text;
  };
  const entry = (given: FeedEntry): FeedEntry => (isWhole(given) ? given : repaired(given));
  const repaired = (given: FeedEntry): FeedEntry => ({
    ...given,
    title: repair(given.title),
    titleHtml: repair(given.titleHtml),
    authors: given.authors.map(repair),
    summary: repair(given.summary),
    summaryHtml: repair(given.summaryHtml),
    contentHtml: repair(given.contentHtml),
    tags: given.tags.map(repair),
  });
  return {
    ...document,
    title: repair(document.title),
    titleHtml: repair(document.titleHtml),
    description: repair(document.description),
    descriptionHtml: repair(document.descriptionHtml),
    entries: document.entries.map(entry),
  };
}

const isOnce = (text: string | null): boolean => text === null || encodedOnce(text) === text;

/** Whether nothing is to be repaired: nearly always, and a copy of each entry would take a twentieth of the time of parsing. */
const isWhole = ({ title, titleHtml, authors, summary, summaryHtml, contentHtml, tags }: FeedEntry): boolean =>
  isOnce(title) &&
  isOnce(titleHtml) &&
  isOnce(summary) &&
  isOnce(summaryHtml) &&
  isOnce(contentHtml) &&
  authors.every(isOnce) &&
  tags.every(isOnce);
