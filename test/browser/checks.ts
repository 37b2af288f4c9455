/** Counts what is checked, and goes on behind a failure. */
export interface Checks {
  /** Runs one check; its error is printed with its name. */
  check(name: string, run: () => Promise<void>): Promise<void>;
  /** Prints `N passed, N failed`, and answers whether none failed. */
  report(): boolean;
}

/** Checks that are printed as they go. */
export function createChecks(): Checks {
  let [passed, failed] = [0, 0];
  return {
    async check(name, run) {
      try {
        await run();
        passed += 1;
        console.log(`ok    ${name}`);
      } catch (error) {
        failed += 1;
        console.log(
          `FAIL  ${name}\n      ${String(error instanceof Error ? error.message : error).replace(/\n/g, '\n      ')}`,
        );
      }
    },
    report() {
      console.log(`\n${passed} passed, ${failed} failed`);
      return failed === 0 && passed > 0;
    },
  };
}
