import type { Article } from '../article.ts';

/** The token after `index`, with a whole quotation as one step. */
export function stepRight(article: Article, index: number): number {
  const quotation = article.quotations[article.quotationAt[index] ?? -1];
  return quotation === undefined ? index + 1 : quotation.last + 1;
}

/** The token before `index`; the first one of a quotation where that ends there. */
export function stepLeft(article: Article, index: number): number {
  const quotation = article.quotations[article.quotationAt[index - 1] ?? -1];
  return quotation === undefined ? index - 1 : quotation.first;
}

/** True where the token is a mark or a word of a quotation. */
export function isQuoted(article: Article, index: number): boolean {
  return (article.quotationAt[index] ?? -1) >= 0;
}
