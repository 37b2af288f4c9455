/** Days from which on what is kept costs more than what is written; in between the classes are within a few dollars of one another. */
const LONG_RETENTION_DAYS = 70;

/** How a table is paid for: `infrequentAccess` keeps a gigabyte for two fifths of the price, and takes a quarter more for each unit. */
export type TableKind = 'standard' | 'infrequentAccess';

/** The class that is cheaper for items kept so long, as nearly all of them are written once and read by nobody. */
export const tableKindFor = (retentionDays: number): TableKind =>
  retentionDays >= LONG_RETENTION_DAYS ? 'infrequentAccess' : 'standard';
