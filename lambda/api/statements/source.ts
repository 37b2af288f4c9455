import type { Speaker } from '../../model/speaker.ts';
import type { Statement } from '../../model/statement.ts';
import type { Positioned, SearchResult } from '../../store/store-shapes.ts';

/** The statements among which a query looks, newest first. */
export interface StatementSource {
  source: AsyncIterable<Positioned<Statement>>;
  /** How far the word index was searched, where the source comes from it. */
  found: Pick<SearchResult<Statement>, 'through' | 'stoppedAt'> | null;
  /** Whom `speaker` was taken to mean. */
  speakers?: Pick<Speaker, 'id' | 'name'>[];
  /** All ids of theirs. */
  speakerIds?: string[];
}
