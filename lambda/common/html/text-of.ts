import { decodeHTML } from 'entities/decode';
import { CELL_ELEMENTS, INLINE_ELEMENTS, LINE_ELEMENTS, PARAGRAPH_ELEMENTS, SILENT_ELEMENTS } from './elements.ts';
import { escapeHtml } from './escape-html.ts';
import { htmlToText } from './html-to-text.ts';

const NAMES = [PARAGRAPH_ELEMENTS, LINE_ELEMENTS, CELL_ELEMENTS, INLINE_ELEMENTS, SILENT_ELEMENTS].flatMap((names) => [
  ...names,
]);
const TAG = new RegExp(`</?(?:${NAMES.join('|')})[\\s/>]|<!--`, 'i');

/** Whether a text that may be plain or HTML holds at least one of HTML's tags; `<name>` and `a < b` are none. */
export function hasTags(text: string): boolean {
  return TAG.test(text);
}

const ESCAPED_BODY = /^\s*&(?:amp;)?lt;(?:p|div|section|article|h[1-6]|ul|ol|table|blockquote|figure|img|br)\b/i;

/**
 * The HTML of a body that was escaped once more than it should be (`&lt;p&gt;…`): it begins with a block and has no tag of its own. `null` for
 * all else, as for a text that speaks of a tag.
 */
export function unescapedBody(text: string): string | null {
  if (!ESCAPED_BODY.test(text) || hasTags(text)) return null;
  const once = decodeHTML(text);
  const html = hasTags(once) ? once : decodeHTML(once);
  return hasTags(html) ? html : null;
}

/** Plain text in the form of `htmlToText`: blank lines part paragraphs, all other white space is one space. */
export function foldPlainText(text: string): string {
  return text
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.replace(/\s+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** The words of a text that may be plain or HTML, as RSS leaves open; line breaks count only where nothing is marked up. */
export function textOf(text: string): string {
  if (hasTags(text)) return htmlToText(text);
  return foldPlainText(text.includes('&') ? decodeHTML(text) : text);
}

/** Plain text as HTML of the same paragraphs: `htmlToText` gives back the folded text. */
export function textToHtml(text: string): string {
  const paragraphs = foldPlainText(text).split('\n\n').map(escapeHtml);
  return paragraphs.length > 1
    ? paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')
    : (paragraphs[0] ?? '');
}
