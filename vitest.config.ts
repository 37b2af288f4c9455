import { defineConfig } from 'vitest/config';

/** Tests that break off at every write, or kill many times: `npm test` goes short ways through some of them, `npm run test:slow` all. The npm package is made there only. */
const SLOW = [
  'test/local/kill.test.ts',
  'test/local/several-processes.test.ts',
  'test/local/story-kill.test.ts',
  'test/lambda/pipeline/interruption.test.ts',
  'test/lambda/pipeline/rollup/overlap.test.ts',
  'test/package/package.test.ts',
];

/** These kill processes for half a minute each: `npm run test:slow` alone has them. */
const ONLY_SLOW = ['test/local/{kill,several-processes,story-kill}.test.ts'];

const project = (name: string, include: string[], timeout: number, env: Record<string, string> = {}) => ({
  test: {
    name,
    include,
    exclude: name === 'slow' ? [] : ONLY_SLOW,
    testTimeout: timeout,
    hookTimeout: timeout,
    environment: 'node' as const,
    // No module holds state (clock and clients are passed in), so that files share what they import: half the processor time.
    isolate: false,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true', ...env },
  },
});

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from a default export.
export default defineConfig({
  test: {
    // One for each processor; the default leaves one of two idle.
    maxWorkers: '100%',
    projects: [
      project(
        'unit',
        ['test/{bench,lambda,lib,web}/**/*.test.{ts,tsx}', 'test/docs/**/*.test.ts', 'test/*.test.ts'],
        15_000,
      ),
      project('machine', ['test/{local,cli,bin,examples}/**/*.test.ts'], 120_000),
      project('slow', SLOW, 600_000, { TEST_ALL_WAYS: 'true' }),
    ],
  },
});
