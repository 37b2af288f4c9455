import { extractDateline } from '../lambda/extract/dateline/extract-dateline.ts';
import { extractDates } from '../lambda/extract/dates/extract-dates.ts';
import { extract } from '../lambda/extract/extract.ts';
import { extractStatements } from '../lambda/extract/speakers/extract-statements.ts';
import { compare, table } from './measure.ts';
import { sampleArticles } from './sample-articles.ts';

const ROUNDS = 10;

/** The extractor and its three parts on the sample articles; text counts in UTF-8 bytes. */
export async function benchExtract(): Promise<string> {
  const texts = (await sampleArticles()).map(({ contentText }) => contentText);
  const all = Array.from({ length: ROUNDS }, () => texts).flat();
  const bytes = all.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const anchor = '2026-11-23T10:00:00Z';
  const rows = await compare(bytes, [
    { name: 'everything', run: () => all.map((text) => extract({ text, publishedAt: anchor })) },
    { name: 'statements and speakers', run: () => all.map((text) => extractStatements({ text })) },
    { name: 'dates', run: () => all.map((text) => extractDates({ text, anchor })) },
    { name: 'datelines', run: () => all.map((text) => extractDateline({ text })) },
  ]);
  return table('extraction of the sample articles', rows);
}
