import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { ReadPage, RefusedPage } from '../fulltext/page-result.ts';
import { refuseBytes } from '../fulltext/refuse-bytes.ts';
import { ExtractorUnavailableError } from '../model/errors.ts';
import { packCall, unpackAnswer } from './extractor-call.ts';

/** What Lambda takes in one call. */
const LARGEST_CALL = 6 * 1024 * 1024;

const refused = (code: 'too-large' | 'unreadable', reason: string): RefusedPage => ({ kind: 'refused', code, reason });

/**
 * Reads pages in a function of their own, the article extractor. What surely is no page is not sent; a page that the function dies of, or takes too long
 * over, is refused as `unreadable`. Throws an ExtractorUnavailableError where the function is throttled or cannot be called.
 */
export function createLambdaArticleExtractor(deps: { client: LambdaClient; functionName: string }): ReadPage {
  const { client, functionName: FunctionName } = deps;
  return async (bytes, context) => {
    const unread = refuseBytes(bytes, context.headers?.['content-type']);
    if (unread !== null) return unread;
    const Payload = Buffer.from(JSON.stringify(await packCall(bytes, context)));
    if (Payload.length > LARGEST_CALL) {
      return refused('too-large', `the page is ${Payload.length} bytes packed; at most ${LARGEST_CALL} are read`);
    }
    const answer = await client.send(new InvokeCommand({ FunctionName, Payload })).catch((error: unknown) => {
      throw new ExtractorUnavailableError(error);
    });
    const text = answer.Payload?.transformToString() ?? '';
    if (answer.FunctionError === undefined) return unpackAnswer(JSON.parse(text));
    return refused('unreadable', `the page can't be read: what read it has stopped: ${text.slice(0, 300)}`);
  };
}
