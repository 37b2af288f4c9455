import type { Run } from './runs.ts';

const HEADLINE_WORDS = 4;
const WHOLLY = 0.9;

/** Whether a run is nothing but a link to another article, or to a list of them. */
export function isLinkedHeadline({ text, linked }: Run): boolean {
  return linked >= WHOLLY && text.split(' ').length >= HEADLINE_WORDS;
}

/** A sentence or a quotation: an article links those too (“We will appeal,” she said), and headlines end without a mark. */
const SENTENCE = /^["“‘«„]|[.!?,;:…]["”’»]?$/u;

/** Whether a run is a headline of another article, not a paragraph of this one that happens to be a link. */
export function isForeignHeadline(run: Run): boolean {
  return isLinkedHeadline(run) && (run.heading || !SENTENCE.test(run.text));
}

/** How many headlines the runs link to, and in how many groups without text between. */
export function countHeadlines(runs: readonly Run[]): { headlines: number; groups: number } {
  let headlines = 0;
  let groups = 0;
  let inGroup = false;
  for (const run of runs) {
    const headline = isLinkedHeadline(run);
    if (headline) headlines += 1;
    if (headline && !inGroup) groups += 1;
    inGroup = headline;
  }
  return { headlines, groups };
}
