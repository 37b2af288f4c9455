import { fold } from '../../../common/fold.ts';
import { type Article, lowerAt, sliceOf } from '../article.ts';
import type { Subject } from '../grammar/subject.ts';
import { isStyle, type Style } from '../lexicon/honorifics.ts';
import { isRoleHead } from '../lexicon/roles.ts';
import { wordSet } from '../lexicon/words.ts';
import type { Person } from '../mentions/mention.ts';

const DEFINITE = /^(?:the|this|that|his|her|their|its|our|my)$/;
const EMPTY = wordSet(
  'the this that his her their its our my of for and in at to former then current outgoing new longtime then',
);
const SAME = new Map(
  Object.entries({
    sen: 'senator',
    gov: 'governor',
    rep: 'representative',
    congressman: 'representative',
    congresswoman: 'representative',
    lawmaker: 'representative',
    gen: 'general',
    prof: 'professor',
    pres: 'president',
    spokesperson: 'spokesman',
    spokeswoman: 'spokesman',
    chairwoman: 'chairman',
    chairperson: 'chairman',
    chair: 'chairman',
    defence: 'defense',
    secretarygeneral: 'secretary',
  }),
);
/** More holders of one office than this in one document are a list; only the first ones are looked through. */
const MOST_OFFICES = 64;
const MOST_STYLED = 16;

const roleWords = (text: string): string[] =>
  fold(text)
    .replace(/\bprime minister\b|\bpm\b/g, 'premier')
    .replace(/\bchief executive(?: officer)?\b/g, 'ceo')
    .split(' ')
    .filter((word) => word !== '' && !EMPTY.has(word))
    .map((word) => SAME.get(word) ?? word);

/** Number of the sorted `starts` that lie before `token`. */
function countBefore(starts: readonly number[], token: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Office {
  person: Person;
  words: ReadonlySet<string>;
  /** First tokens of the person's mentions, in order. */
  starts: readonly number[];
}

/** The persons of a document by the heads of their roles, to find whom "the minister" and "The NATO Secretary General" mean. */
export class RoleIndex {
  private readonly byHead = new Map<string, Office[]>();
  private readonly styled = new Map<string, { person: Person; first: number }[]>();
  /** First tokens of those lists, to search in. */
  private readonly styledFirsts = new Map<string, number[]>();

  constructor(persons: readonly Person[]) {
    const offices = persons.map((person) => ({
      person,
      words: new Set([...person.roles, person.affiliation ?? ''].flatMap(roleWords)),
      starts: person.mentions.map(({ first }) => first).sort((one, other) => one - other),
    }));
    for (const person of persons) {
      for (const { style, first } of person.mentions) {
        if (style === undefined) continue;
        const known = this.styled.get(style);
        if (known === undefined) this.styled.set(style, [{ person, first }]);
        else known.push({ person, first });
      }
    }
    for (const [style, list] of this.styled) {
      list.sort((one, other) => one.first - other.first);
      this.styledFirsts.set(
        style,
        list.map(({ first }) => first),
      );
    }
    offices.sort((one, other) => (one.starts[0] ?? 0) - (other.starts[0] ?? 0));
    for (const office of offices) {
      for (const word of office.words) {
        if (!isRoleHead(word)) continue;
        const known = this.byHead.get(word);
        if (known === undefined) this.byHead.set(word, [office]);
        else known.push(office);
      }
    }
  }

  /** The person of that rank named last before "His Highness". */
  private withStyle(style: Style, { first, mention }: Subject): Person | null {
    const list = this.styled.get(style) ?? [];
    const before = countBefore(this.styledFirsts.get(style) ?? [], first);
    const fits = list.slice(Math.max(0, before - MOST_STYLED), before).findLast(({ person }) => {
      return mention?.gender == null || person.gender === null || person.gender === mention.gender;
    });
    return fits?.person ?? null;
  }

  /** The person named before whose known role the words of the title fit best, the last named of equals; `null` where none fits. */
  find(article: Article, subject: Subject): Person | null {
    const opener = lowerAt(article, subject.first);
    if (!DEFINITE.test(opener) && subject.mention?.kind !== 'role') return null;
    const style = subject.mention?.style;
    if (style !== undefined && isStyle(subject.head.split(' ').at(-1) ?? '')) return this.withStyle(style, subject);
    const phrase = roleWords(sliceOf(article, subject.first, subject.last));
    const heads = phrase.filter((word) => isRoleHead(word));
    const offices = this.byHead.get(heads[0] ?? '') ?? [];
    let best: Person | null = null;
    let bestScore = 0;
    for (const { person, words, starts } of offices.slice(0, MOST_OFFICES)) {
      if (!heads.every((head) => words.has(head))) continue;
      const seen = starts[countBefore(starts, subject.first) - 1] ?? -1;
      if (seen < 0) continue;
      const matched = phrase.filter((word) => words.has(word)).length;
      // "the French president" is not the president of another country
      if (matched < phrase.length && words.size > heads.length) continue;
      const score = matched * 1e9 + seen;
      if (score > bestScore) [best, bestScore] = [person, score];
    }
    return best;
  }
}
