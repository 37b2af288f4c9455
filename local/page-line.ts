import type { PageReport } from '../lambda/pipeline/page-report.ts';

/** What a try of a page brought, in a few words: `its article was read`, `its page gives no article, so the feed's text stays: …`. */
export function pageLine({ result, error, nextTryAt }: PageReport): string {
  const reason = error?.message ?? 'no reason was given';
  if (result === 'read') return 'its article was read';
  if (result === 'held' && error) return `its page can't be read now; tried again at ${nextTryAt}: ${reason}`;
  if (result === 'held') return `its server asked to be left alone; its page is tried again at ${nextTryAt}`;
  if (result === 'put-off') return `its page gives no article now; tried again at ${nextTryAt}: ${reason}`;
  if (result === 'failed') return `its page gives no article, so the feed’s own text stays: ${reason}`;
  return 'was worked on by someone else meanwhile, or is gone';
}
