#!/usr/bin/env node
import { register } from 'tsx/esm/api';

// The AWS SDK tells on stderr, at every start, which Node it will want next year: of no use to whoever types a command.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
register();
await import('./dateline.ts');
