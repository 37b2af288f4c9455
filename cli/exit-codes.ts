/** What a command answers to the shell; part of the interface, so the numbers never change. */
export const EXIT = {
  /** All went well. */
  ok: 0,
  /** A defect of ours. */
  failure: 1,
  /** The command line is not right: an unknown option, a missing argument, a value that can't be read. */
  usage: 2,
  /** What was asked for is not there. */
  notFound: 3,
  /** A file or text that was given is not what it must be. */
  badInput: 4,
  /** Some of the work was done and some failed; what failed is told on stderr. */
  partlyFailed: 5,
  /** Something that is needed does not answer or is taken: the table, the data folder, the port, the network. */
  unavailable: 6,
  /** `doctor` has found something that is not well. */
  unwell: 7,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
