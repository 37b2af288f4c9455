import { describe, expect, it } from 'vitest';
import { parseJsonFeed } from '../../../lambda/parse/json/json-feed.ts';
import { Warnings } from '../../../lambda/parse/warnings.ts';

const parse = (items: unknown[], more: object = {}) =>
  parseJsonFeed(
    JSON.stringify({ version: 'https://jsonfeed.org/version/1', items, ...more }),
    'https://f.example/',
    new Warnings(),
  );

describe('parseJsonFeed', () => {
  it.each<[string, object, object]>([
    ['version 1 has one author', { author: { name: 'Ada' } }, { authors: ['Ada'] }],
    ['authors that are no list', { authors: { name: 'Ada' } }, { authors: ['Ada'] }],
    ['an author named twice', { authors: [{ name: 'Ada' }, { name: 'Ada' }] }, { authors: ['Ada'] }],
    ['a number as id', { id: 7 }, { guid: '7' }],
    ['a title of the wrong type', { id: 'x', title: 5 }, { guid: 'x', title: null }],
    ['a link elsewhere', { external_url: 'https://e.example/' }, { url: 'https://e.example/' }],
    ['a lone surrogate', { title: 'a\uD800' }, { title: 'a\uFFFD' }],
    ['a title that looks like a tag', { title: '</x>' }, { title: '</x>' }],
  ])('%s', (_, item, entry) => {
    expect(parse([item]).entries[0]).toMatchObject(entry);
  });

  it('leaves out what is no item and says so', () => {
    const document = parse([5, null, { id: 'a' }]);
    expect(document.entries.map(({ guid }) => guid)).toEqual(['a']);
    expect(document.warnings.map(({ code }) => code)).toEqual(['entry-unreadable']);
  });

  it('keeps separators of lines in texts that it repairs, and writes nothing to the console for them', () => {
    const told: unknown[] = [];
    const original = console.warn;
    console.warn = (...words: unknown[]) => void told.push(words);
    try {
      const json =
        '{"version": "https://jsonfeed.org/version/1", "items": [{"id": "a\u2028b\\\u2029", \'title\': \'x\u2028y\',}]}';
      const document = parseJsonFeed(json, 'https://f.example/', new Warnings());
      expect(document.entries[0]).toMatchObject({ title: 'x y' });
      expect(told).toEqual([]);
    } finally {
      console.warn = original;
    }
  });
});
