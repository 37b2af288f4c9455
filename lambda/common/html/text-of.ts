import { htmlToText } from './html-to-text.ts';

const MARKUP = /<[a-z!/?]|&(?:[a-z][a-z0-9]{1,30}|#\d{1,7}|#x[0-9a-f]{1,6});/i;
const TAG = /<\/?[a-z][a-z0-9]*[\s/>]|<!--/i;

/** Whether a text that may be plain or HTML holds at least one tag. */
export function hasTags(text: string): boolean {
  return TAG.test(text);
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
  if (!MARKUP.test(text)) return foldPlainText(text);
  if (hasTags(text)) return htmlToText(text);
  return text
    .split(/\n[^\S\n]*\n/)
    .map(htmlToText)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}
