import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until there is an answer; throws an Error that names what was awaited, with the last error. */
export async function eventually<T>(
  what: string,
  seconds: number,
  ask: () => Promise<T | undefined>,
  everyMilliseconds = 500,
): Promise<T> {
  const deadline = performance.now() + seconds * 1000;
  let problem: unknown;
  do {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      problem = error;
    }
    await pause(everyMilliseconds);
  } while (performance.now() < deadline);
  throw new Error(`${what}: not within ${seconds} s`, { cause: problem });
}
