import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '../../../lambda/extract/extract.ts';
import type { Extraction, ExtractionInput } from '../../../lambda/model/extraction.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/articles');

type ArticleFile = 'article.json' | 'expected.json' | 'said.json' | 'known-gaps.json';

/** The slugs of all recorded articles. */
export function articleSlugs(): string[] {
  return readdirSync(FOLDER).sort();
}

/** Path of a file of an article: what goes in, what came out, what a person read, and the differences that are known. */
export function articleFile(slug: string, name: ArticleFile): string {
  return join(FOLDER, slug, name);
}

/** A recorded article. */
export function readArticle(slug: string): ExtractionInput {
  return JSON.parse(readFileSync(articleFile(slug, 'article.json'), 'utf8'));
}

/** What a reader checks by eye: the words of cues, mentions and spans instead of their offsets. */
function readable(text: string, extraction: Extraction) {
  const { dateline, publishedAt, publishedAtSource, dates, speakers, statements } = extraction;
  return {
    dateline: dateline && { ...dateline, body: text.slice(dateline.bodyStart, dateline.bodyStart + 30) },
    publishedAt,
    publishedAtSource,
    dates: dates.map((date) => ({
      text: date.text,
      value: date.value,
      interval: `${date.from}/${date.to}`,
      role: date.role,
      anchor: date.anchor,
      rule: date.rule,
    })),
    speakers,
    statements: statements.map(({ type, spans, cue, speaker, saidAt, saidAtSource, rule }) => ({
      speaker: speaker?.name ?? null,
      role: speaker?.role ?? null,
      mention: speaker?.mention.text ?? null,
      resolution: speaker?.resolution ?? null,
      cue: cue?.text ?? null,
      type,
      spans: spans.map(({ start, end }) => text.slice(start, end)),
      saidAt,
      saidAtSource,
      rule,
    })),
  };
}

/** What the code of today finds in a recorded article. */
export function extractRecorded(slug: string) {
  const article = readArticle(slug);
  return readable(article.text, extract(article));
}
