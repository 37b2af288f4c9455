import { extract } from '../../lambda/extract/extract.ts';
import { sampleArticles } from '../sample-articles.ts';

const FIRST = [
  'Bar',
  'Cal',
  'Dorn',
  'Fel',
  'Gar',
  'Hol',
  'Jas',
  'Kor',
  'Lin',
  'Mar',
  'Nor',
  'Pel',
  'Ros',
  'Sel',
  'Tar',
  'Ven',
];
const SECOND = [
  'beck',
  'croft',
  'dale',
  'field',
  'gate',
  'ham',
  'low',
  'mere',
  'ridge',
  'stead',
  'ton',
  'well',
  'wick',
  'worth',
];

/** The story of an item of some feed: the same for the same numbers. */
export interface Story {
  title: string;
  paragraphs: string[];
}

/** Tells stories: sample articles under a title of their own, whose persons have one of 224 family names. */
export async function storyTeller(): Promise<(feed: number, item: number, version: number) => Story> {
  const articles = (await sampleArticles()).map(({ contentText, title, fetchedAt, language }) => {
    const { speakers } = extract({ text: contentText, title, publishedAt: undefined, fetchedAt, language });
    const names = speakers.flatMap(({ kind, name }) => (kind === 'person' ? (name.split(' ').at(-1) ?? []) : []));
    // Longer names first: one may be the beginning of another.
    const unique = [...new Set(names)].toSorted((one, other) => other.length - one.length);
    return { contentText, pattern: new RegExp(`\\b(?:${unique.join('|')})\\b`, 'gu'), names: unique };
  });
  return (feed, item, version) => {
    const number = feed * 31 + item;
    const { contentText, pattern, names } = articles[number % articles.length]!;
    const text = contentText.replace(pattern, (name) => {
      const place = number * 7 + names.indexOf(name) * 13;
      return `${FIRST[place % FIRST.length]}${SECOND[(place >> 4) % SECOND.length]}`;
    });
    const again = version > 1 ? ' The report was changed since.' : '';
    return {
      title: `Report ${item} of paper ${feed}`,
      paragraphs: [`Report ${item} of paper ${feed}.${again}`, ...text.split('\n\n')],
    };
  };
}
