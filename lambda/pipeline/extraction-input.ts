import { countryOfHost, hostOf } from '../common/host.ts';
import type { ExtractionInput } from '../model/extraction.ts';
import type { NormalisedItem } from '../model/item.ts';
import { readablePart } from './cut-text.ts';

/** What the rules are told of an item: its words, when and where they were published, and the country that its address names. */
export function extractionInput(item: NormalisedItem): ExtractionInput {
  const { contentText, title, url, feedPublishedAt, publishedAtOffset, fetchedAt, language } = item;
  const country = url === null ? null : countryOfHost(hostOf(url));
  return {
    text: readablePart(contentText),
    title,
    publishedAt: feedPublishedAt ?? undefined,
    publishedAtOffset,
    fetchedAt,
    language,
    country,
  };
}
