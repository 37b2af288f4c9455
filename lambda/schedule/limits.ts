/** Minutes; the figures of Miniflux (5 min to 24 h, 7 days) and NetNewsWire (5 h, 8 days), which have stood the test. */
export const MINUTE = 60_000;
/** No feed is asked more often than this. */
export const SHORTEST_INTERVAL = 5;
/** Every feed that is not gone is asked at least this often. */
export const LONGEST_INTERVAL = 24 * 60;
/** What a feed asks for by ttl, max-age or Expires counts up to here: some ask for years. */
export const LONGEST_REQUEST = 5 * 60;
/** The first wait after an error; it doubles with each further one. */
export const FIRST_RETRY = 10;
/** Validators older than this are dropped once, since some servers answer 304 for ever. */
export const VALIDATORS_LAST = 8 * 24 * 60;
/** Nothing new for so long makes a feed stale. */
export const STALE_AFTER = 30 * 24 * 60;
/** The time over which the rhythm of a feed is measured. */
export const RHYTHM_WINDOW = 7 * 24 * 60;
/** The wait is spread by this part of itself to either side, so that feeds do not come due together. */
export const JITTER = 0.1;
