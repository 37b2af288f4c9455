// Records what a fixture's feed is read as, to be checked by eye: node --import tsx test/record-feed.ts test/fixtures/feeds/<slug>
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFixture } from './read-fixture.ts';

for (const folder of process.argv.slice(2)) {
  const document = await readFixture(folder);
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(document, null, 2)}\n`);
  console.error(`${folder}: ${document.entries.length} entries, ${document.warnings.length} warnings`);
}
