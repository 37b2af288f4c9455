import type { Clock } from '../../lambda/model/ports.ts';
import type { Store } from '../../lambda/store/store.ts';
import { ingestBytes } from '../../local/ingest-file.ts';
import { feed } from './articles.ts';
import { quietLog } from './quiet-log.ts';

const QUOTE = 'We looked for a buyer for eighteen months, and nobody who knew the line came forward';
const FERRY = [
  'The ferry between Ansel Bay and the outer islands will stop at the end of March, the harbour board decided.',
  'Passengers used the line less than ever last year, a third fewer than five years ago, according to the board.',
  `“${QUOTE},” said Lena Orvik, the chairwoman of the board.`,
  'Islanders who crowded the public gallery answered with shouts and whistles, and some left the hall before the vote.',
  'The boat has carried post and medicine since the bridge was closed to lorries, and fish on its way back.',
  'A petition to keep the service had gathered more signatures than the islands have inhabitants, its organisers said.',
];
/** The story goes on. */
export const GOES_ON = [
  ...FERRY,
  'On Wednesday the minister for transport promised to meet the board before any boat was sold or taken out of service.',
  'The island council called that a first step, and asked for a written guarantee by the end of the week at the latest.',
];
/** Another story with the same words of the chairwoman. */
export const OTHER = [
  'Members of the regional council met on Thursday for a long session about roads and schools in the north.',
  `Lena Orvik told the council: “${QUOTE}.”`,
  'The vote on the budget was put off until the middle of next month, when the new figures are known.',
];

/** Outlets, when each published, and what: a story, two copies, an update, and another story that quotes the same. */
export const ARTICLES: Record<string, { at: string; lines: string[] }> = {
  wire: { at: '2026-03-01T08:00:00Z', lines: FERRY },
  post: { at: '2026-03-01T09:00:00Z', lines: ['By our staff', ...FERRY] },
  mail: { at: '2026-03-01T10:00:00Z', lines: FERRY.slice(0, 4) },
  echo: { at: '2026-03-01T11:00:00Z', lines: GOES_ON },
  council: { at: '2026-03-02T09:00:00Z', lines: OTHER },
};

/** A third story, which has other words of the sentence, and another speaker. */
export const RIVAL = [
  'The regional paper looked back at a year of cuts in the north, from libraries to swimming halls and night buses.',
  `“We looked for a buyer for eighteen months, and nobody who knew this line came forward,” said Tomas Brekke, the treasurer.`,
  'Readers of the paper chose the closing of the swimming hall as the saddest news of the year by a wide margin.',
];

/** Ingests what the outlet tells, as its feed. */
export async function ingestArticle(
  { store, clock }: { store: Store; clock: Clock },
  outlet: string,
  { at, lines } = ARTICLES[outlet] ?? { at: '', lines: [] },
): Promise<void> {
  const url = `https://${outlet}.example/ferry`;
  const entry = { id: url, url, title: `As told by ${outlet}`, content_text: lines.join('\n\n'), date_published: at };
  const document = { version: 'https://jsonfeed.org/version/1.1', title: outlet, items: [entry] };
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  await ingestBytes(feed(outlet, outlet), bytes, { store, clock, log: quietLog(), retentionDays: 0 });
}
