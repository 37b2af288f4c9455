import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

// As in bin/dateline.js.
register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
await import('./reader-thread.ts');
