import type { Article } from '../article.ts';
import { lowerAt } from '../article.ts';
import { isQuoted } from './walk.ts';

const MOTIONS =
  /^(?:walked|left|went|returned|sat|stood|turned|boarded|drove|flew|hung|stormed|rushed|ran|signed|shook|headed|climbed|closed|resigned|retired|took|laughed|smiled|nodded)$/;

const MOVING =
  /^(?:boarding|leaving|walking|returning|heading|driving|flying|turning|hanging|storming|getting|taking|going|adding|closing|climbing|stepping)$/;

/** True where a deed of the speaker follows the clause that was said: ", and walked out", "and left for Kalvik", ", before boarding a train". */
export function leavesClause(article: Article, at: number, end: number): boolean {
  const word = lowerAt(article, at);
  if (end - at < 3 || isQuoted(article, at + 1)) return false;
  const joiner = word === ',' ? at + 1 : at;
  const opener = lowerAt(article, joiner);
  const next = lowerAt(article, joiner + 1);
  if (opener === 'before' || (opener === 'while' && word === ','))
    return MOVING.test(next) && (word === ',' || opener === 'before');
  if (opener !== 'and' && opener !== 'then') return false;
  return (
    MOTIONS.test(next) &&
    /^(?:out|off|away|for|to|from|down|up|into|back|the|his|her|a|[.,])$/.test(lowerAt(article, joiner + 2))
  );
}
