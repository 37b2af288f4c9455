import { hostOf } from '../common/host.ts';
import { FetchError } from '../model/errors.ts';
import { isChallengeAnswer } from './challenge.ts';
import { shownUrl } from './target.ts';

/** Seconds of a Retry-After header, which gives seconds or a date (RFC 9110, 10.2.3); `null` where it says nothing usable. */
export function retryAfterSeconds(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}

/** The FetchError `blocked` for an answer that asks for proof of a person. */
export function challengeError(url: URL, status: number): FetchError {
  const more = { status, host: hostOf(url.href) };
  return new FetchError('blocked', `${shownUrl(url)} asks for proof of a person behind the browser (${status})`, more);
}

/** The FetchError (`gone`, `blocked`, `http-status`) that an answer stands for; `null` for one with a usable body. */
export function statusError(status: number, headers: Record<string, string>, url: URL, now: number): FetchError | null {
  const shown = shownUrl(url);
  const more = { status, host: hostOf(url.href) };
  if (isChallengeAnswer(headers)) return challengeError(url, status);
  if (status === 206)
    return new FetchError('http-status', `${shown} answers with a part (206) that nobody asked for`, more);
  if (status >= 200 && status < 300) return null;
  if (status === 304)
    return new FetchError(
      'http-status',
      `${shown} answers "not modified" (304) to a request without a condition`,
      more,
    );
  if (status === 410) return new FetchError('gone', `${shown} is gone for good (410)`, more);
  if (status === 401 || status === 403)
    return new FetchError('blocked', `${shown} may not be read by us (${status})`, more);
  const wait = status === 429 || status === 503 ? retryAfterSeconds(headers['retry-after'], now) : null;
  const what = status === 429 ? 'asks for fewer requests (429)' : `answers with status ${status}`;
  return new FetchError('http-status', `${shown} ${what}`, {
    ...more,
    ...(wait === null ? {} : { retryAfterSeconds: wait }),
  });
}
