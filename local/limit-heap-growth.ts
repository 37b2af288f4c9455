import { setFlagsFromString } from 'node:v8';

/** The heap may grow by so many percent of what is in use before it is collected. V8 by itself lets it double or quadruple, and gives nothing back while it is busy. */
const GROWTH_PERCENT = 60;

/**
 * Has this process collect its garbage earlier, for a tenth more processor time: for one that runs for weeks beside others. What it may hold in the end is
 * not limited.
 */
export function limitHeapGrowth(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}
