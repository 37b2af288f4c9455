import { fold } from '../../../common/fold.ts';
import { ARTICLES, LETTER_RULES, NAME_FAMILIES, SOUND_RULES, type SpellingRule } from './spelling-rules.ts';

/** A word of a name as it is compared; an Arabic article before it stands apart. */
export interface NameWord {
  /** Folded, in Latin letters as far as they are. */
  text: string;
  article: string;
  /** By its sound: what transliterations have in common. */
  sound: string;
}

/** A word so long is cut: names have none. */
const LONGEST_WORD = 40;
const FAMILIES: ReadonlyMap<string, readonly string[]> = familiesByName();

/** The words of a name, articles with the words they stand before. */
export function nameWords(name: string): NameWord[] {
  const words: NameWord[] = [];
  let article = '';
  const texts = fold(name).split(' ');
  for (const [index, text] of texts.entries()) {
    if (index > 0 && index < texts.length - 1 && article === '' && ARTICLES.has(text)) {
      article = text;
      continue;
    }
    words.push(nameWord(text, article));
    article = '';
  }
  return words;
}

/** One word of a name. */
export function nameWord(text: string, article: string): NameWord {
  const latin = rewrite(text.slice(0, LONGEST_WORD), LETTER_RULES);
  return { text: latin, article, sound: rewrite(latin, SOUND_RULES) };
}

/** The word without an article that is written as one with it, as in `elsisi`; `null` where there can be none. */
export function withoutGluedArticle({ text, article }: NameWord): NameWord | null {
  return article === '' && /^(?:al|el)\p{L}{3}/u.test(text) ? nameWord(text.slice(2), text.slice(0, 2)) : null;
}

/** Whether the words are one given name in two languages or spellings. */
export function isOneFamily(one: string, other: string): boolean {
  const shared = FAMILIES.get(other) ?? [];
  return (FAMILIES.get(one) ?? []).some((family) => shared.includes(family));
}

/** The consonants of a word by its sound: equal for all that may be spellings of one. */
export function skeleton({ sound }: NameWord): string {
  return sound.replace(/(?!^)[aeiouyh]/g, '').replace(/^[aeiouy]/, 'a');
}

/** The first sounds that a given name may begin with in any of its spellings. */
export function firstSounds({ text, sound }: NameWord): string[] {
  const families = (FAMILIES.get(text) ?? []).map((name) => nameWord(name, '').sound);
  return [...new Set([text, sound, ...families].map((each) => (each[0] ?? '').replace(/[aeiouy]/, 'a')))];
}

function rewrite(word: string, rules: readonly SpellingRule[]): string {
  return rules.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), word);
}

/** Names of the families that a name belongs to: a short form may belong to two. */
function familiesByName(): Map<string, readonly string[]> {
  const families = new Map<string, string[]>();
  for (const [first = '', ...others] of NAME_FAMILIES) {
    for (const name of [first, ...others]) families.set(name, [...(families.get(name) ?? []), first]);
  }
  return families;
}
