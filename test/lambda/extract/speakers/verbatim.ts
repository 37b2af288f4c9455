import type { ExtractedStatement } from '../../../../lambda/model/statement.ts';

/** The text without quotation marks and with single spaces, so that a quotation that goes on in the next paragraph is one stretch. */
const plain = (text: string): string => text.replace(/[\s"“”„«»‘’'`]+/gu, ' ').trim();

/** The pieces of a statement's text between its own ellipses that do not stand in the article as they are quoted, in order; none is right. */
export function gapsOfQuotation({ text, spans }: ExtractedStatement, article: string): string[] {
  const gaps: string[] = [];
  const stretch = plain(article.slice(spans[0]?.start ?? 0));
  let from = 0;
  for (const piece of text.split(' … ')) {
    const words = plain(piece);
    const at = stretch.indexOf(words, from);
    if (at < 0) gaps.push(piece);
    else from = at + words.length;
  }
  return gaps;
}
