import { InterruptedError } from '../model/errors.ts';

const interrupted = ({ reason }: AbortSignal): InterruptedError =>
  new InterruptedError('the work was stopped before its end', reason);

/** Throws an InterruptedError where the signal is aborted. */
export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw interrupted(signal);
}

/** What the promise brings, or an InterruptedError as soon as the signal is aborted; what the promise brings later is passed over. */
export async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(interrupted(signal));
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
