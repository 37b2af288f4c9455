// Loaded into a process with --import: tells at its end, on stderr, whether the AWS SDK was loaded.
import { createRequire } from 'node:module';

const { cache } = createRequire(import.meta.url);
process.on('exit', () => {
  const loaded = Object.keys(cache).some((file) => file.includes('@aws-sdk'));
  process.stderr.write(`aws-sdk: ${loaded}\n`);
});
