import type { MiddlewareHandler } from 'hono';
import type { Clock } from '../../../model/ports.ts';
import type { AppEnv } from '../http/app-env.ts';
import type { AddressOf } from './require-access.ts';
import { refusal } from './require-access.ts';
import { createThrottle } from './throttle.ts';

/** For addresses that hold a secret: whoever asks for many that open nothing is made to wait, so that guessing costs the table little. */
export function holdBackGuesses(addressOf: AddressOf, clock: Clock): MiddlewareHandler<AppEnv> {
  const throttle = createThrottle(clock);
  return async (c, next) => {
    const address = addressOf(c);
    const retryAfterSeconds = throttle.wait(address);
    if (retryAfterSeconds > 0) {
      const detail = `too many wrong addresses were tried; try again in ${retryAfterSeconds} seconds`;
      throw refusal({ granted: false, code: 'too-many-tries', detail, retryAfterSeconds });
    }
    await next();
    if (c.res.status === 404) throttle.failed(address);
  };
}
