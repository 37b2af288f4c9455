import { fold } from './fold.ts';
import { hashId } from './hash.ts';

/** The words of a statement as far as they make its id. */
interface Words {
  text: string;
  cue: { text: string } | null;
}

/**
 * Gives the statements of one item their ids, in text order: each comes from the item, its words, its cue and how many equal ones stand before it, so
 * that it survives another extraction.
 */
export function statementIds(itemId: string): (statement: Words) => string {
  const seen = new Map<string, number>();
  return ({ text, cue }) => {
    const words = [itemId, fold(text), cue?.text ?? ''];
    const alike = words.join('\n');
    const nth = (seen.get(alike) ?? 0) + 1;
    seen.set(alike, nth);
    return hashId(...words, String(nth));
  };
}
