/** Says what is done, keeps what passed and failed. */
export class Report {
  private passed = 0;
  private failed = 0;
  private readonly start = performance.now();

  /** What is being done, with the seconds since the start. */
  say(text: string): void {
    const seconds = ((performance.now() - this.start) / 1000).toFixed(1).padStart(6);
    console.log(`${seconds} s  ${text}`);
  }

  /** One expectation, shown with what was found where it does not hold. */
  check(text: string, holds: boolean, found?: unknown): void {
    if (holds) this.passed += 1;
    else this.failed += 1;
    this.say(`${holds ? 'pass' : 'FAIL'}  ${text}${holds ? '' : `; found ${JSON.stringify(found)?.slice(0, 2000)}`}`);
  }

  /** An expectation that could not even be tried. */
  fail(text: string): void {
    this.failed += 1;
    this.say(`FAIL  ${text}`);
  }

  /** The last line; true when all passed. */
  end(): boolean {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 && this.passed > 0;
  }
}
