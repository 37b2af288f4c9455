import { describe, expect, it } from 'vitest';
import { extractStatements } from '../../../../lambda/extract/speakers/extract-statements.ts';
import { LIST_KINDS, listOf } from './lists.ts';

const LISTS = LIST_KINDS.flatMap((kind) => Array.from({ length: 20 }, (_, seed) => ({ kind, seed })));
const said = (text: string) =>
  extractStatements({ text }).statements.map(({ speaker, text: words }) => `${speaker?.name}: ${words}`);

describe('lists are no turns', () => {
  it.each(LIST_KINDS)('%s', (kind) => {
    for (const one of LISTS.filter((list) => list.kind === kind)) expect(said(listOf(kind, one.seed))).toEqual([]);
    expect(LISTS.length).toBeGreaterThanOrEqual(200);
  });

  it('stay none behind an introduction and before a paragraph in which somebody speaks', () => {
    const text = `The court heard these cases on Monday.\n\n${listOf('charges', 4)}\n\nJudge Edda Quist said the court would sit again on Friday.`;
    expect(said(text)).toEqual(['Edda Quist: the court would sit again on Friday']);
  });
});

describe('turns are turns', () => {
  it.each([
    [
      'of labels that come again',
      'ANN ROE: Will it stand?\n\nBO LEE: It was built in 1903.\n\nANN ROE: So what?\n\nBO LEE: Ask the engineers.',
      4,
    ],
    ['in the first person', 'Ann Roe: I think it will stand.\n\nBo Lee: We shall see.', 2],
    ['with quotation marks', 'Ann Roe: “It will stand.”\n\nBo Lee: “It fell in 1903.”', 2],
    [
      'of a hearing',
      'CHAIRMAN ROE: The committee will come to order.\n\nMR. LEE: Thank you, Mr. Chairman.\n\nCHAIRMAN ROE: You have five minutes.',
      3,
    ],
  ])('%s', (_name, text, count) => {
    expect(said(text)).toHaveLength(count);
  });
});
