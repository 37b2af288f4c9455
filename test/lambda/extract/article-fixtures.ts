import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractStatements, type Statements } from '../../../lambda/extract/speakers/extract-statements.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/articles');

/** The slugs of all recorded articles. */
export function articleSlugs(): string[] {
  return readdirSync(FOLDER).sort();
}

/** Path of a file of a recorded article. */
export function articleFile(slug: string, name: 'article.txt' | 'expected.json'): string {
  return join(FOLDER, slug, name);
}

/** What a reader checks by eye: the words of cues, mentions and spans instead of their offsets. */
export function readable(text: string, { statements, speakers }: Statements): object {
  return {
    speakers,
    statements: statements.map(({ type, spans, cue, speaker, rule }) => ({
      speaker: speaker?.name ?? null,
      role: speaker?.role ?? null,
      mention: speaker?.mention.text ?? null,
      resolution: speaker?.resolution ?? null,
      cue: cue?.text ?? null,
      type,
      spans: spans.map(({ start, end }) => text.slice(start, end)),
      rule,
    })),
  };
}

/** What the code of today finds in a recorded article. */
export function extractRecorded(slug: string): object {
  const text = readFileSync(articleFile(slug, 'article.txt'), 'utf8');
  return readable(text, extractStatements({ text }));
}
