/** What a page of a list says beside its rows. */
export interface PageFrame {
  /** What the list is, in words. */
  title: string;
  /** Of the pages of this server. */
  homeUrl: string;
  selfUrl: string;
  /** `null` at the end. */
  nextUrl: string | null;
  /** The members of a JSON page beside `data`. */
  members: Record<string, unknown>;
}

/** Writes rows one by one, so that the page can end where it is long enough, and then the page. */
export interface PageWriter {
  row(row: Record<string, unknown>): string;
  page(rows: string[], frame: PageFrame): string;
}
