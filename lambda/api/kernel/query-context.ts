import type { Extraction, ExtractionInput } from '../../model/extraction.ts';
import type { Clock } from '../../model/ports.ts';
import type { Store } from '../../store/store.ts';
import type { Capabilities } from './capabilities.ts';
import type { Outlets } from './outlets.ts';

/** The clients and capabilities with which routes and pages read. */
export interface QueryContext {
  store: Store;
  clock: Clock;
  outlets: Outlets;
  /** What this server can do besides reading and writing the table; nothing without it. */
  capabilities?: Capabilities;
  /** Whether answers of any length are streamed; otherwise they stay under the response limit of a Lambda (6 MB). */
  streams?: boolean;
  /** Reads a text that someone pasted; absent where nothing can. */
  extract?: (input: ExtractionInput) => Extraction | Promise<Extraction>;
}
