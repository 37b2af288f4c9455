import { extract } from '../../lambda/extract/extract.ts';
import { sampleArticles } from '../sample-articles.ts';
import { PLAIN_SENTENCES } from './plain-sentences.ts';

/** What articles are made of. */
export interface SentencePool {
  /** Sentences of the sample articles that report what somebody says, and speak of no day. */
  telling: string[];
  /** Those that speak of a day, and report nothing. */
  dated: string[];
  /** Sentences with neither. */
  plain: string[];
  /** Full names of the persons in them. */
  names: string[];
}

/** Near enough for news: up to a full stop with its closing quotation mark. */
const SENTENCE = /[^\n]+?(?:[.!?][”"’]?(?=\s|$)|(?=\n)|$)\s*/g;

let pool: Promise<SentencePool> | undefined;

/** The sentences, read once. */
export function sentencesOf(): Promise<SentencePool> {
  pool ??= readPool();
  return pool;
}

async function readPool(): Promise<SentencePool> {
  const telling = new Set<string>();
  const dated = new Set<string>();
  const names = new Set<string>();
  for (const { contentText: text, title, feedPublishedAt, fetchedAt, language } of await sampleArticles()) {
    const { statements, speakers, dates } = extract({
      text,
      title,
      publishedAt: feedPublishedAt ?? undefined,
      fetchedAt,
      language,
    });
    for (const { kind, name } of speakers) if (kind === 'person' && name.includes(' ')) names.add(name);
    for (const match of text.matchAll(SENTENCE)) {
      const [start, end] = [match.index, match.index + match[0].length];
      const reports = statements.some((one) => one.start < end && one.end > start);
      const isDated = dates.some((one) => one.start < end && one.end > start);
      if (reports !== isDated) (reports ? telling : dated).add(match[0].trim());
    }
  }
  return { telling: [...telling], dated: [...dated], plain: PLAIN_SENTENCES, names: [...names] };
}
