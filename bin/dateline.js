#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

// The AWS SDK tells on stderr, at every start, which Node it will want next year: of no use to whoever types a command.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
// By default tsx reads the tsconfig.json of the folder that the command is started in, which is anybody's.
register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
await import('./dateline.ts');
