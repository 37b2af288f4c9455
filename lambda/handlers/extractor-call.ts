import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as z from 'zod';
import type { PageContext, PageResult } from '../fulltext/page-result.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** A call of the article extractor: the page packed, for a call takes at most 6 MB, and what is known of it. */
const callSchema = z.object({
  page: z.base64(),
  context: z.object({
    url: z.string(),
    headers: z.record(z.string(), z.string()).optional(),
    title: z.string(),
    teaser: z.string(),
  }),
});

/** What the function answers: its result packed. */
const answerSchema = z.object({ result: z.base64() });

export type ExtractorCall = z.infer<typeof callSchema>;
export type ExtractorAnswer = z.infer<typeof answerSchema>;

/** Packs a page and what is known of it; of the headers, what reading looks at. */
export async function packCall(bytes: Uint8Array, context: PageContext): Promise<ExtractorCall> {
  const contentType = context.headers?.['content-type'];
  const headers = contentType === undefined ? {} : { headers: { 'content-type': contentType } };
  const { url, title, teaser } = context;
  return { page: (await pack(bytes)).toString('base64'), context: { url, title, teaser, ...headers } };
}

/** The page and what is known of it; throws a ZodError for what is no call. */
export async function unpackCall(call: unknown): Promise<{ bytes: Uint8Array; context: PageContext }> {
  const { page, context } = callSchema.parse(call);
  const { headers, ...known } = context;
  return {
    bytes: await unpack(Buffer.from(page, 'base64')),
    context: headers === undefined ? known : { ...known, headers },
  };
}

/** Packs the result of reading a page. */
export async function packAnswer(result: PageResult): Promise<ExtractorAnswer> {
  return { result: (await pack(JSON.stringify(result))).toString('base64') };
}

/** The result of reading a page; throws for what is no answer. */
export async function unpackAnswer(answer: unknown): Promise<PageResult> {
  const { result } = answerSchema.parse(answer);
  return JSON.parse((await unpack(Buffer.from(result, 'base64'))).toString('utf8')) as PageResult;
}
