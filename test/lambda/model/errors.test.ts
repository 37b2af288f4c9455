import { describe, expect, it } from 'vitest';
import * as errors from '../../../lambda/model/errors.ts';
import { DatelineError, describeError, FetchError, InputError } from '../../../lambda/model/errors.ts';

describe('errors', () => {
  it('keep code, name and cause', () => {
    const cause = new Error('socket hang up');
    const error = new FetchError('connection', 'https://a.example/feed: the server hung up', { cause });
    expect(error).toBeInstanceOf(DatelineError);
    expect(error).toMatchObject({ name: 'FetchError', code: 'connection', cause, status: null });
  });

  const kinds = Object.entries(errors).filter(([name]) => name.endsWith('Error') && name !== 'describeError');
  it.each(kinds as [string, new (code: string, message: string) => Error][])(
    '%s tells its name, which bundles shorten',
    (name, Kind) => {
      expect(Object.hasOwn(new Kind('some-code', 'a message'), 'name')).toBe(true);
      expect(new Kind('some-code', 'a message').name).toBe(name);
    },
  );

  it('point at the input', () =>
    expect(new InputError('bad-limit', 'limit: 0 is too small', 'limit').pointer).toBe('limit'));

  it.each([
    [new InputError('bad-limit', 'too small'), { code: 'bad-limit', message: 'too small' }],
    [new TypeError('x is not a function'), { code: 'internal', message: 'x is not a function' }],
    ['thrown text', { code: 'internal', message: 'thrown text' }],
  ])('describe %s for records', (error, described) => expect(describeError(error)).toEqual(described));
});
