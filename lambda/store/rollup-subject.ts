/** How the table names what is counted by day. */
export const subjectOf = {
  /** Everything of a day. */
  all: (): string => 'ALL',
  speaker: (id: string): string => `SPEAKER#${id}`,
  feed: (id: string): string => `FEED#${id}`,
};
