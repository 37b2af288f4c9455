import { fold } from '../../lambda/common/fold.ts';
import { cleanCharacters } from '../../lambda/common/html/clean-characters.ts';
import { htmlToText } from '../../lambda/common/html/html-to-text.ts';
import { foldPlainText, textOf } from '../../lambda/common/html/text-of.ts';
import { sentenceAround } from '../../lambda/common/text/sentence-around.ts';
import { foldedWords } from '../../lambda/common/words.ts';
import { extractDateline } from '../../lambda/extract/dateline/extract-dateline.ts';
import { extractDates } from '../../lambda/extract/dates/extract-dates.ts';
import { extract } from '../../lambda/extract/extract.ts';
import { extractStatements } from '../../lambda/extract/speakers/extract-statements.ts';
import { extractPage } from '../../lambda/fulltext/extract-page.ts';

/** One step that reads a text of somebody else's. */
export interface Stage {
  name: string;
  run(text: string): unknown;
}

/** So much English before the text that no stage takes it for another language. */
const ENGLISH =
  'The mayor said that the bridge is closed and that it was to be open for them by the end of the day. '.repeat(45);
const PUBLISHED = '2026-05-01T08:00:00Z';
const page = (body: string): Uint8Array =>
  new TextEncoder().encode(
    `<!DOCTYPE html><html><head><title>Port</title></head><body><article>${body}</article></body></html>`,
  );
const CONTEXT = {
  url: 'https://news.example/a',
  title: 'Port',
  teaser: '',
  headers: { 'content-type': 'text/html; charset=utf-8' },
};

/** Every stage that reads text as a feed or a page gives it. */
export const STAGES: readonly Stage[] = [
  { name: 'statements', run: (text) => extractStatements({ text: ENGLISH + text, title: text.slice(0, 1000) }) },
  { name: 'dates', run: (text) => extractDates({ text, anchor: PUBLISHED, durations: true }) },
  { name: 'dateline', run: (text) => extractDateline({ text, publishedAt: PUBLISHED }) },
  { name: 'whole extraction', run: (text) => extract({ text, title: 'Port', publishedAt: PUBLISHED }) },
  { name: 'plain text', run: (text) => [cleanCharacters(text), foldPlainText(text), textOf(text)] },
  { name: 'HTML to text', run: (text) => [htmlToText(text), htmlToText(`<p>${text}</p>`)] },
  { name: 'page', run: (text) => extractPage(page(`<p>${ENGLISH}</p><p>${text}</p>`), CONTEXT) },
  { name: 'words', run: (text) => [fold(text), foldedWords(text)] },
  { name: 'sentence around', run: (text) => sentenceAround(text, text.length >> 1, (text.length >> 1) + 1) },
];
