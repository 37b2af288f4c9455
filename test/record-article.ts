import { writeFileSync } from 'node:fs';
import { articleFile, articleSlugs, extractRecorded } from './lambda/extract/article-fixtures.ts';

// npx tsx test/record-article.ts [slug …] writes expected.json anew for the articles named, or for all; read the difference before you commit it.
const named = process.argv.slice(2);
for (const slug of named.length > 0 ? named : articleSlugs()) {
  writeFileSync(articleFile(slug, 'expected.json'), `${JSON.stringify(extractRecorded(slug), null, 2)}\n`);
  console.log(`recorded ${slug}`);
}
