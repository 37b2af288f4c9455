import type { DescribedArticle } from '../metadata/json-ld.ts';
import type { PageMetadata } from '../metadata/page-metadata.ts';
import type { PageHead } from '../prune/head-reader.ts';
import { sharedShingles, wordsOf } from '../teaser/shingles.ts';

/** All that tells whether a text is the article that the feed spoke of. */
export interface PageFacts {
  head: PageHead;
  metadata: PageMetadata;
  described: DescribedArticle | null;
  visibleText: string;
  /** The supposed article, as text and HTML. */
  text: string;
  html: string;
  /** How many headlines of others it links to, and in how many groups. */
  headlines: number;
  headlineGroups: number;
  /** The feed's title and text, without syndicator and marks of cutting. */
  title: string;
  teaser: string;
  /** Whether the feed's text goes on elsewhere, as it says. */
  teaserCut: boolean;
  /** How much of the teaser stands in the text, from 0 to 1. */
  share: number;
}

/** Why a page has no article. A rule gives a reason for people, or `null` where it has nothing against the page. */
export interface RefusalRule<Code extends string = string> {
  code: Code;
  refuse(facts: PageFacts): string | null;
}

/** Most of the teaser. */
const MOST = 0.5;

/** Whether most of the teaser's words stand in the text, in order. */
export function hasTeaser({ share }: PageFacts): boolean {
  return share >= MOST;
}

/** The share of the teaser that stands in the text. */
export function teaserShare(teaser: string, text: string): number {
  return sharedShingles(wordsOf(teaser), wordsOf(text));
}

/** The names or phrases of a list that a text has. */
export function cuesIn(text: string, cues: readonly RegExp[]): string[] {
  return cues.map((cue) => cue.exec(text)?.[0]).filter((cue) => cue !== undefined);
}
