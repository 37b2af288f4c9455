import { sentencesOf } from './sentence-pool.ts';

/** Bytes of an article's text. */
export const ARTICLE_BYTES = 4_096;
const SYLLABLES = [
  'bar',
  'del',
  'fen',
  'gor',
  'hal',
  'kas',
  'lin',
  'mor',
  'nev',
  'ost',
  'per',
  'quil',
  'ros',
  'sten',
  'tar',
  'vik',
];
const GIVEN = ['Ada', 'Bruno', 'Clara', 'Dimitri', 'Elena', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Katya', 'Leon'];
const PEOPLE = 10_000;
/** Sentences of an article that speak of a day. */
const DATED = 2;
const QUOTATION = /“[^”]+”|"[^"]+"/g;
const LONG_WORD = /\b\p{Ll}{5,}\b/gu;
const OUTLETS = ['Harbour Gazette', 'Northern Herald', 'The Evening Ledger'];

/** An article as a feed brings it. */
export interface Article {
  guid: string;
  url: string;
  title: string;
  html: string;
  teaser: string;
  author: string;
  categories: string[];
  date: string;
}

/** A chance from 0 to 1 that is the same in every run. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** An article of 4 KB with so many sentences that report what somebody says; a few people are in many articles, most are in few. */
export async function article(number: number, statements: number, date: string): Promise<Article> {
  const random = chance(number * 7_919 + 17);
  const { telling, dated, plain, names } = await sentencesOf();
  const person = (): string => {
    const rank = Math.floor(PEOPLE ** random());
    const family = [rank, Math.floor(rank / SYLLABLES.length), rank * 7]
      .map((n) => SYLLABLES[n % SYLLABLES.length])
      .join('');
    return `${GIVEN[rank % GIVEN.length]} ${family.charAt(0).toUpperCase()}${family.slice(1)}`;
  };
  const renamed = new Map(names.map((name) => [name, person()]));
  const rename = (text: string): string => {
    let result = text;
    for (const [from, to] of renamed) {
      result = result.replaceAll(from, to).replaceAll(from.split(' ').at(-1) ?? from, to.split(' ').at(-1) ?? to);
    }
    return result;
  };
  const some = <T>(list: T[], count: number): T[] =>
    list
      .map((one) => ({ one, at: random() }))
      .toSorted((a, b) => a.at - b.at)
      .slice(0, count)
      .map(({ one }) => one);
  const picked = [...some(telling, statements), ...some(dated, DATED)];
  const fillers = some(plain, plain.length);
  let bytes = picked.join(' ').length;
  while (bytes < ARTICLE_BYTES && fillers.length > 0) {
    const next = fillers.pop() ?? '';
    picked.splice(Math.floor(random() * (picked.length + 1)), 0, next);
    bytes += next.length + 1;
  }
  const word = (): string =>
    Array.from({ length: 3 }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('');
  // Words of its own: else all articles, made of the same sentences, would be copies of one story.
  const inOwnWords = (sentence: string): string =>
    plain.includes(sentence)
      ? sentence.replaceAll(LONG_WORD, word)
      : sentence.replaceAll(QUOTATION, (quotation) => quotation.replaceAll(LONG_WORD, word));
  const sentences = picked.map((sentence) => rename(inOwnWords(sentence)));
  const paragraphs = Array.from({ length: Math.ceil(sentences.length / 3) }, (_, n) =>
    sentences.slice(n * 3, n * 3 + 3).join(' '),
  );
  const title = (sentences[0] ?? '').slice(0, 75).replace(/\W+\w*$/, '');
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
  const url = `https://www.gazette.example/news/2026/${date.slice(5, 10)}/${slug}-${number}`;
  return {
    guid: url,
    url: `${url}?utm_source=rss&utm_medium=feed`,
    title,
    html: paragraphs.map((text) => `<p>${text}</p>`).join('\n'),
    teaser: `${paragraphs[0]?.slice(0, 200)}…`,
    author: `${person()}, ${OUTLETS[number % OUTLETS.length]}`,
    categories: ['Politics', 'World', 'Economy', 'Local news'].slice(0, 1 + (number % 4)),
    date,
  };
}
