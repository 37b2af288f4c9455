import { describe, expect, it } from 'vitest';
import { extractDates } from '../../../lambda/extract/dates/extract-dates.ts';
import { dayOfSaying } from '../../../lambda/extract/said-at.ts';

/** The statement stands in square brackets, its cue between asterisks. */
function day(marked: string): string | null {
  const text = marked.replace(/[[\]*]/g, '');
  const at = (position: number): number => position - (marked.slice(0, position).match(/[[\]*]/g)?.length ?? 0);
  const spans = [...marked.matchAll(/\[[^\]]*\]/g)].map(({ index, 0: words }) => ({
    start: at(index),
    end: at(index + words.length),
  }));
  const cueAt = at(marked.indexOf('*'));
  const words = /\*([^*]+)\*/.exec(marked)?.[1] ?? '';
  const cue = words === '' ? null : { text: words, start: cueAt, end: cueAt + words.length, lemma: words };
  return dayOfSaying(text, { spans, cue }, extractDates({ text, anchor: '2023-11-15' }));
}

describe('dayOfSaying', () => {
  it.each([
    ['The minister *told* reporters on Tuesday that [the port would shut].', '2023-11-14'],
    ['["We are ready,"] she *said* on Monday.', '2023-11-13'],
    ['On Monday, the mayor *said* [the port would shut].', '2023-11-13'],
    ['Speaking in Kalvik yesterday, Roe *warned* [against haste].', '2023-11-14'],
    ["In Monday's speech, Roe *warned* [against haste].", '2023-11-13'],
    ['Roe *told* a panel on Nov. 9 in Kalvik that [Dr. Lee was right].', '2023-11-09'],
    ['Late on Tuesday night Roe *said* [no].', '2023-11-14'],
    ['On Monday, after the talks, Roe *said* [no].', '2023-11-13'],
    ['["We won,"] Roe *told* fans after the match on Saturday.', '2023-11-11'],
    ['The bank *said* in a report, published on Monday, that [prices fell].', '2023-11-13'],
    ['The union *said* [late on Monday that it would strike].', '2023-11-13'],
  ])('%s', (text, expected) => expect(day(text)).toBe(expected));

  it.each([
    ['Roe *said* [the port shut on Monday].'],
    ["Roe *said* after Monday's storm that [the port was shut]."],
    ['Roe, who was elected on Monday, *said* [no].'],
    ['Roe, elected on Monday, *said* [no].'],
    ['The port shut on Monday. Roe *said* [no].'],
    ['The port shut on Monday, and Roe *said* [no].'],
    ['Roe *said* [no]. On Monday it shut.'],
    ['Roe *said* [the vote on Monday that split the town was fair].'],
    ['Roe *said* after hearing of it on Monday [no].'],
    ['Roe *said* last week that [no].'],
    ['[No]: Roe, Monday.'],
    ['Roe will *say* on Friday that [no].'],
  ])('does not tell: %s', (text) => expect(day(text)).toBeNull());
});
