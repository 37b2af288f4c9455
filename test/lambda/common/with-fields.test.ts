import { expect, it } from 'vitest';
import { withFields } from '../../../lambda/common/with-fields.ts';
import type { Log } from '../../../lambda/model/ports.ts';

it('every line has the common fields, under its own', () => {
  const lines: unknown[] = [];
  const take = (level: string) => (message: string, fields?: unknown) => void lines.push([level, message, fields]);
  const log: Log = { info: take('info'), warn: take('warn'), error: take('error') };
  const own = withFields(log, { run: 'r1', host: 'a' });
  own.info('one');
  own.warn('two', { feedId: 'f' });
  own.error('three', { host: 'b' });
  expect(lines).toEqual([
    ['info', 'one', { run: 'r1', host: 'a' }],
    ['warn', 'two', { run: 'r1', host: 'a', feedId: 'f' }],
    ['error', 'three', { run: 'r1', host: 'b' }],
  ]);
});
