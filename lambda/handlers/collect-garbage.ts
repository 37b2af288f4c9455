import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What collects all garbage at once, which takes some tenths of a second. */
export function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
