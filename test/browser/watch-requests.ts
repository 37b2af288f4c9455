import assert from 'node:assert/strict';
import type { BrowserContext } from 'playwright-core';

/** Notes every request and every error of the pages of a context. */
export function watchRequests(context: BrowserContext, origin: string): { check(): Promise<void> } {
  const elsewhere: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) elsewhere.push(url);
  });
  context.on('weberror', (error) => errors.push(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 4')) errors.push(message.text());
  });
  return {
    async check() {
      assert.deepEqual(elsewhere, []);
      assert.deepEqual(errors, []);
    },
  };
}
