import { describe, expect, it } from 'vitest';
import { readArticle } from './article-fixtures.ts';
import { judgeRoles, roleMentions } from './roles.ts';

/** It only ever rises. */
const BAR = 0.95;

describe('mentions with roles', () => {
  const all = roleMentions();

  it('are 60 or more, of twelve articles or more, each once in its article', () => {
    expect(all.length).toBeGreaterThanOrEqual(12);
    expect(all.flatMap(({ mentions }) => mentions).length).toBeGreaterThanOrEqual(60);
    for (const { slug, mentions } of all) {
      const { text } = readArticle(slug);
      for (const { mention, context } of mentions) {
        expect([mention, text.split(mention).length]).toEqual([mention, 2]);
        expect(context).toContain(mention);
        expect(text).toContain(context);
      }
    }
  });

  it('get their name and their role, apart from each other', () => {
    const judged = judgeRoles();
    const wrong = judged.filter(({ isRight }) => !isRight);
    const share = 1 - wrong.length / judged.length;
    console.log(`roles: name and role right in ${judged.length - wrong.length} of ${judged.length} mentions`);
    for (const { slug, mention, name, role, found } of wrong) {
      console.log(`  ${slug}: "${mention}" is ${name}, ${role}; found ${JSON.stringify(found)}`);
    }
    expect(share).toBeGreaterThanOrEqual(BAR);
  });
});
