import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../../lambda/extract/speakers/extract-statements.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/sentences');

/** What a person read out of a few lines of news; role and kind only where they are the point. */
interface Sentence {
  text: string;
  title?: string;
  said: { who: string | null; what: string; role?: string; kind?: string }[];
  /** Why the code reads it otherwise; goes as soon as it does not. */
  gap?: string;
}

const readStyle = (style: string): Sentence[] => JSON.parse(readFileSync(join(FOLDER, style), 'utf8'));

function found({ text, title, said }: Sentence): Sentence['said'] {
  return extractStatements({ text, title }).statements.map(({ speaker, text: what }, index) => ({
    who: speaker?.name ?? null,
    what,
    ...(said[index]?.role === undefined ? {} : { role: speaker?.role ?? 'none' }),
    ...(said[index]?.kind === undefined ? {} : { kind: speaker?.kind ?? 'none' }),
  }));
}

describe.each(readdirSync(FOLDER).sort())('sentences of news that a person read first: %s', (style) => {
  const sentences = readStyle(style);

  it.each(sentences.filter(({ gap }) => gap === undefined))('$text', (sentence) => {
    expect(found(sentence)).toEqual(sentence.said);
  });

  it.each(sentences.filter(({ gap }) => gap !== undefined))('still not: $text', (sentence) => {
    expect(found(sentence)).not.toEqual(sentence.said);
  });
});
