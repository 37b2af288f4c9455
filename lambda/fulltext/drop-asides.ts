/** What is needed of an element of a tree; TypeScript knows those of browsers only. */
export interface ArticleElement {
  readonly textContent: string | null;
  readonly innerHTML: string;
  querySelector(selector: string): ArticleElement | null;
  querySelectorAll(selector: string): Iterable<ArticleElement>;
  remove(): void;
}

const LONGEST = 300;

/** Whole paragraphs that sites put between those of an article. */
const ASIDES: readonly { name: string; pattern: RegExp }[] = [
  {
    name: 'advertisement',
    pattern: /^\W*(?:advertisements?|ad|sponsored(?: content)?|إعلان|publicité|anzeige|anuncio|publicidad)\W*$/iu,
  },
  {
    name: 'continues-below',
    pattern:
      /^\W*(?:(?:story|article) continues below(?: this)?(?: advertisement)?|advertisement\W+scroll to continue|continue reading below)\W*$/i,
  },
  {
    name: 'share',
    pattern:
      /^\W*(?:share(?: this)?(?: (?:article|story|post|on \w+))?|print(?: this (?:page|article))?|copy link|follow us(?: on .{1,80})?|listen to (?:this|the) (?:article|story))\W*$/i,
  },
  { name: 'back-to-top', pattern: /^\W*(?:back to top|skip advertisement|loading)\W*$/i },
];

/** Beginnings of paragraphs that lead to another article; they count where the rest is a link. */
const LEADS_ELSEWHERE =
  /^\W*(?:also read|read also|read more|read next|read(?: this)?\s*:|more\s*:|see also|related(?: stories| articles| news| reading)?\b|don['’]?t miss|must read|watch\s*:|in pictures\s*:|recommended\b|you may also like|sign up|subscribe (?:to|for|now)|join our|follow our|download our|click here|اقرأ أيض|اقرأ المزيد|إقرأ أيض|lire aussi|lea también|lesen sie auch)/iu;

/** Whether a paragraph of that text, so much of it in links, is no part of the article. */
export function isAside(text: string, linkText: string): boolean {
  const words = text.trim();
  if (words === '' || words.length > LONGEST) return false;
  if (ASIDES.some(({ pattern }) => pattern.test(words))) return true;
  return LEADS_ELSEWHERE.test(words) && linkText.trim().length * 2 > words.length;
}

/** Takes paragraphs that are no part of the article out of it: “Advertisement”, “Also read: …”, “Share this article”. */
export function dropAsides(article: ArticleElement): void {
  for (const element of article.querySelectorAll('p, div, li, h2, h3, h4, h5, h6, strong, center')) {
    if (element.querySelector('p, div, ul, ol, table, blockquote') !== null) continue;
    const text = element.textContent ?? '';
    if (text.length > LONGEST) continue;
    const links = [...element.querySelectorAll('a')].map((link) => link.textContent ?? '').join(' ');
    if (isAside(text, links)) element.remove();
  }
}
