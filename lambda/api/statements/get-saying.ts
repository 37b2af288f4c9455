import type { Member } from '../../store/stories/record.ts';
import { joinArticles } from '../items/join-articles.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import type { StatementRow } from './rows.ts';

/** Where a saying was printed. */
export interface Saying {
  /** The first places in the order of publication, copies of articles among them, and the place that was asked for; one an article. */
  rows: StatementRow[];
  /** Articles and outlets that have it, up to 100 articles. */
  times: number;
  outlets: number;
}

/** The first places where a saying was printed, at most that many beside the article that was asked for. Counts the others as the last rollup found them. */
export async function getSaying(
  { sayingId, itemId, places }: { sayingId: string; itemId: string; places: number },
  context: QueryContext,
): Promise<Saying> {
  const { statements, stories } = context.store;
  // Several who said it together have a statement each.
  const members = onePerArticle(await stories.listed('saying', sayingId));
  const shown = members.filter((member, index) => index < places || member.itemId === itemId);
  const said = await statements.saidAs(sayingId, shown);
  const joined = await joinArticles(said, [], () => true, context);
  const others = members.filter((member) => !shown.includes(member));
  const rows = joined.filter((row) => row !== null);
  return {
    rows,
    times: rows.length + others.length,
    outlets: new Set([...rows, ...others].map(({ feedId }) => feedId)).size,
  };
}

function onePerArticle(members: readonly Member[]): Member[] {
  return [...new Map(members.toReversed().map((member) => [member.itemId, member])).values()].reverse();
}
