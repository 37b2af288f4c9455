import { rmSync, writeFileSync } from 'node:fs';
import { articleFile, articleSlugs, extractRecorded } from './lambda/extract/article-fixtures.ts';
import { gapsOf, readSlugs } from './lambda/extract/said.ts';

// npx tsx test/record-article.ts [slug …] writes expected.json anew for the articles named, or for all, and known-gaps.json beside what a person read
// (said.json, which nothing writes): gaps that are closed go, and each new one needs its reason. Read the difference before you commit it.
const named = process.argv.slice(2);
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
for (const slug of named.length > 0 ? named : articleSlugs()) {
  writeFileSync(articleFile(slug, 'expected.json'), json(extractRecorded(slug)));
  if (readSlugs().includes(slug)) {
    const gaps = gapsOf(slug);
    const file = articleFile(slug, 'known-gaps.json');
    if (gaps.missed.length + gaps.invented.length > 0) writeFileSync(file, json(gaps));
    else rmSync(file, { force: true });
  }
  console.log(`recorded ${slug}`);
}
