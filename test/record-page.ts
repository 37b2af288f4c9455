// Records what a fixture's page is read as, to be checked by eye: node --import tsx test/record-page.ts test/fixtures/pages/<slug>
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectedOf, readPageFixture } from './read-page-fixture.ts';

for (const folder of process.argv.slice(2)) {
  const result = readPageFixture(folder);
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(expectedOf(result), null, 2)}\n`);
  console.error(`${folder}: ${result.kind === 'article' ? `${result.text.length} characters` : result.reason}`);
}
