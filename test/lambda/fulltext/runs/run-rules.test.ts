import { describe, expect, it } from 'vitest';
import { RUN_RULES } from '../../../../lambda/fulltext/runs/run-rules.ts';
import type { Run } from '../../../../lambda/fulltext/runs/runs.ts';

const run = (text: string, linked = 0): Run => ({ text, linked, heading: false, nodes: [] });
const TITLES = new Set(['pier opens']);

/** For each rule: a run that it drops, and one that it must leave. */
const CASES: Record<string, [Run, Run]> = {
  'linked-headline': [run('Bridge tolls rise again', 1), run('The minister’s letter says so', 0.5)],
  advertisement: [run('ADVERTISEMENT'), run('Advertisement taxes will rise.')],
  'advertisement-arabic': [run('إعلان'), run('إعلان الوزير')],
  'continues-below': [run('Story continues below advertisement'), run('The story continues.')],
  share: [run('Share this article'), run('Share prices fell.')],
  'back-to-top': [run('Back to top'), run('Back to top form, the team won.')],
  related: [run('RELATED COVERAGE'), run('Related to the king, he left.')],
  'read-elsewhere': [run('Also read: Tolls', 0.6), run('Also read: the minister’s reply, which we print', 0)],
  'read-elsewhere-arabic': [run('اقرأ أيضا: أمطار', 0.8), run('قرأ الوزير البيان')],
  'follow-us': [run('Follow us on Facebook', 0.3), run('She will follow him on Facebook', 0)],
  'sign-up': [run('Sign up for our daily letter.'), run('Parents can sign up for a place.')],
  'photo-credit': [
    run('Photo: Ada Bell / Northern Press'),
    run('Photos of the pier were shown in court. He denied it.'),
  ],
  updated: [run('Updated: March 7, 2026, 9:14 PM'), run('Updated rules apply from March 7.')],
  application: [run('Download our free app for breaking news'), run('Download speeds fell by half.')],
  'also-read': [run('ALSO READ: Tolls rise again'), run('Also read in court: the letter, which he had kept.')],
  title: [run('Pier opens!'), run('Pier opens on Monday')],
  date: [run('Updated 9:14 PM GMT+1, March 7, 2026'), run('March 7 was a cold day')],
  byline: [run('By Ada Bell'), run('By Monday, the pier was full. It rained.')],
  'section-name': [run('World News'), run('KARST (Northern Press) —')],
  rule: [run('# # #'), run('# 1')],
  'filed-under': [run('Tags: pier, sea'), run('It was tagged: pier.')],
  rights: [run('© 2026 Pier News'), run('The copyright belongs to her.')],
  disclaimer: [run('Legal Disclaimer: as is'), run('The disclaimer was short.')],
  'wire-number': [run('GULFWIRE16032026000063ID1109426441'), run('Flight AB1234')],
  links: [run('Home | Write to us', 1), run('See www.pier.example.', 0.4)],
};

describe('RUN_RULES', () => {
  it('have a case each', () => {
    expect(Object.keys(CASES).sort()).toEqual(RUN_RULES.map(({ name }) => name).sort());
  });

  it.each(RUN_RULES)('$name', (rule) => {
    const [dropped, left] = CASES[rule.name]!;
    expect(rule.drops(dropped, TITLES)).toBe(true);
    expect(rule.drops(left, TITLES)).toBe(false);
  });
});

const LINKED = RUN_RULES.find(({ name }) => name === 'linked-headline')!;

it.each([
  '“We will appeal,” the harbour master said',
  'The council votes on the pier on Monday.',
  'She said: “No ship waits for the tide.”',
])('a paragraph that is one link stays in the article: %s', (text) => {
  expect(LINKED.drops(run(text, 1), TITLES)).toBe(false);
  expect(LINKED.drops({ ...run(text, 1), heading: true }, TITLES)).toBe(true);
});
