import type { Span } from '../../../model/span.ts';
import { type Article, tokenAt } from '../article.ts';

const TRAILING = /[\s,;:–—-]+$/u;

/** A span without space and dangling commas at its end. */
export function trimmed(text: string, start: number, end: number): Span {
  const words = text.slice(start, end);
  const kept = words.replace(TRAILING, '');
  const lead = kept.length - kept.trimStart().length;
  return { start: start + lead, end: start + Math.max(kept.length, lead) };
}

/** The words inside a quotation's marks, without the comma that only leads over to the attribution. */
export function quotedSpan(article: Article, index: number): Span {
  const quotation = article.quotations[index];
  if (quotation === undefined) return { start: 0, end: 0 };
  return trimmed(article.text, quotation.innerStart, quotation.innerEnd);
}

/** The span of tokens, both included; the marks are left out where it is exactly one quotation. */
export function tokenSpan(article: Article, first: number, last: number): Span {
  const at = article.quotationAt[first] ?? -1;
  const quotation = article.quotations[at];
  if (quotation !== undefined && quotation.first === first && quotation.last === last) return quotedSpan(article, at);
  return trimmed(article.text, tokenAt(article, first).start, tokenAt(article, last).end);
}

/** The quotations that stand wholly among the tokens from `first` to `last`, in order. */
export function quotationsBetween(article: Article, first: number, last: number): number[] {
  const found: number[] = [];
  for (let at = first; at <= last; at++) {
    const index = article.quotationAt[at] ?? -1;
    if (index >= 0 && found.at(-1) !== index) {
      found.push(index);
      at = article.quotations[index]?.last ?? at;
    }
  }
  return found;
}
