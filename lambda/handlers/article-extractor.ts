import { extractPage } from '../fulltext/extract-page.ts';
import { type ExtractorAnswer, type ExtractorCall, packAnswer, unpackCall } from './extractor-call.ts';

/**
 * Called by ingest with one page: answers its article, or why there is none. It knows no table, no queue and no network, so that a page which
 * breaks its reader breaks nothing else.
 */
export async function handler(call: ExtractorCall): Promise<ExtractorAnswer> {
  const { bytes, context } = await unpackCall(call);
  return packAnswer(extractPage(bytes, context));
}
