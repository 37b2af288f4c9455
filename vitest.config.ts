import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], timeout: number) => ({
  test: {
    name,
    include,
    testTimeout: timeout,
    hookTimeout: timeout,
    environment: 'node' as const,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  },
});

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from a default export.
export default defineConfig({
  test: {
    projects: [
      project(
        'unit',
        ['test/{bench,lambda,lib,web}/**/*.test.{ts,tsx}', 'test/docs/**/*.test.ts', 'test/*.test.ts'],
        15_000,
      ),
      project('machine', ['test/{local,cli,bin,examples}/**/*.test.ts'], 120_000),
    ],
  },
});
