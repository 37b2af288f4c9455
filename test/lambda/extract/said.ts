import { existsSync, readFileSync } from 'node:fs';
import { articleFile, articleSlugs, extractRecorded } from './article-fixtures.ts';

/** A statement as a person read it out of the article: who said it, in which role, by which cue, and what. */
export interface Said {
  speaker: string | null;
  role: string | null;
  cue: string | null;
  type: string;
  spans: string[];
}

/** Where the code differs from what a person read, and why. */
export interface KnownGaps {
  /** Read by a person, not so by the code. */
  missed: (Said & { reason: string })[];
  /** Given by the code, not read by a person. */
  invented: Said[];
  /** What else is wrong in expected.json, in words. */
  recordedWrong: string[];
}

/** The slugs of the articles that a person read before the code did. */
export function readSlugs(): string[] {
  return articleSlugs().filter((slug) => existsSync(articleFile(slug, 'said.json')));
}

/** What a person read, and the known differences from it. */
export function readSaid(slug: string): { said: Said[]; gaps: KnownGaps } {
  const file = articleFile(slug, 'known-gaps.json');
  return {
    said: JSON.parse(readFileSync(articleFile(slug, 'said.json'), 'utf8')),
    gaps: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { missed: [], invented: [], recordedWrong: [] },
  };
}

/** How the code of today differs from what a person read in the article; reasons are those that are known. */
export function gapsOf(slug: string): KnownGaps {
  const { said, gaps } = readSaid(slug);
  const found: Said[] = extractRecorded(slug).statements.map(({ speaker, role, cue, type, spans }) => ({
    speaker,
    role,
    cue,
    type,
    spans,
  }));
  const keys = { said: new Set(said.map(keyOf)), found: new Set(found.map(keyOf)) };
  const reasons = new Map(gaps.missed.map(({ reason, ...one }) => [keyOf(one), reason]));
  return {
    missed: said
      .filter((one) => !keys.found.has(keyOf(one)))
      .map((one) => ({ ...one, reason: reasons.get(keyOf(one)) ?? '' })),
    invented: found.filter((one) => !keys.said.has(keyOf(one))),
    recordedWrong: gaps.recordedWrong ?? [],
  };
}

/** A comma before the closing mark is no part of what was said. */
function keyOf({ speaker, role, cue, type, spans }: Said): string {
  return JSON.stringify([speaker, role, cue, type, spans.map((span) => span.replace(/,$/, ''))]);
}
