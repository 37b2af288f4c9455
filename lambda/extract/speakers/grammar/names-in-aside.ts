import { type Article, lowerAt } from '../article.ts';
import { GROUP_HEADS } from '../lexicon/organisations.ts';
import { isPluralRole } from '../lexicon/roles.ts';
import { startOfItem, startOfList } from './coordination.ts';
import { nounPhraseBefore } from './noun-phrase.ts';
import type { Subject } from './subject.ts';

const MARKS = /^(?:,|—|–|--)$/;

/** Those named in the aside that ends before `end`, behind what they are: "Two bakers, Ann Roe and Bo Lee, said", "Some bakers, including Ann Roe, said"; else `null`. */
export function namesInAside(article: Article, end: number, lowest: number): Subject | null {
  const item = startOfItem(article, end - 1, lowest);
  if (item < 0) return null;
  const list = startOfList(article, item, lowest);
  const names = list < 0 ? item : list;
  const including = lowerAt(article, names - 1) === 'including';
  if (list < 0 && !including) return null;
  const mark = including ? names - 2 : names - 1;
  if (mark <= lowest || !MARKS.test(lowerAt(article, mark))) return null;
  const group = nounPhraseBefore(article, mark - 1, lowest);
  if (group?.kind !== 'phrase' || !(isPluralRole(group.head) || GROUP_HEADS.has(group.head))) return null;
  return { kind: 'phrase', first: names, last: end - 1, mention: null, head: 'both' };
}
