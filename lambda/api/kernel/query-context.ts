import type { Extraction, ExtractionInput } from '../../model/extraction.ts';
import type { Clock } from '../../model/ports.ts';
import type { Store } from '../../store/store.ts';
import type { Capabilities } from './capabilities.ts';
import type { Outlets } from './outlets.ts';

/** What lists are read with. */
export interface QueryContext {
  store: Store;
  clock: Clock;
  outlets: Outlets;
  /** What this server can do beyond; nothing without it. */
  capabilities?: Capabilities;
  /** Whether an answer may be of any length, sent as it is made; else it has the few megabytes of a Lambda. */
  streams?: boolean;
  /** Reads a text that someone pasted; absent where nothing can. */
  extract?: (input: ExtractionInput) => Extraction | Promise<Extraction>;
}
