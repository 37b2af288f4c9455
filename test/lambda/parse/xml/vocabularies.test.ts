import { expect, it } from 'vitest';
import { vocabularyOf, vocabularyOfPrefix } from '../../../../lambda/parse/xml/vocabularies.ts';

it.each([
  ['http://www.w3.org/2005/Atom', 'atom'],
  ['https://www.w3.org/2005/atom/', 'atom'],
  ['http://purl.org/atom/ns#', 'atom'],
  ['http://purl.org/rss/1.0/', 'rss'],
  ['http://purl.org/rss/1.0/modules/content/', 'content'],
  ['http://purl.org/rss/1.0/modules/wiki/', 'other'],
  ['http://www.itunes.com/DTDs/Podcast-1.0.dtd', 'itunes'],
  ['urn:made-up', 'other'],
  ['', 'other'],
])('%s is %s', (address, vocabulary) => {
  expect(vocabularyOf(address)).toBe(vocabulary);
});

it('prefixes that nobody declares mean what they usually do', () => {
  expect(['DC', 'media', 'made-up', 'constructor'].map(vocabularyOfPrefix)).toEqual(['dc', 'media', 'other', 'other']);
});
