import { expect, test } from 'vitest';
import type { Delivery } from '../../../lambda/model/delivery.ts';
import { messageOf } from '../../../lambda/notify/message.ts';

const deliveryOf = (statement: object): Delivery =>
  ({
    example: false,
    searchName: 'Harbour',
    statement: { outlet: 'Post', title: 'Quay', ...statement },
  }) as unknown as Delivery;
const cue = (text: string, start: number) => ({ text, start, end: start + text.length });

test.each([
  [
    'words in quotation marks',
    { type: 'direct', text: 'We sail', frame: 'quotation', cue: cue('said', 20), start: 5 },
    '“We sail”',
  ],
  [
    'what was denied, with its verb',
    { type: 'indirect', text: 'those claims', frame: 'object', cue: cue('denied', 8), start: 15 },
    'denied those claims',
  ],
  [
    'a clause as it is',
    { type: 'indirect', text: 'the quay is safe', frame: 'clause', cue: cue('said', 8), start: 18 },
    'the quay is safe',
  ],
  ['a row without its places', { type: 'indirect', text: 'the quay is safe' }, 'the quay is safe'],
])('a message has %s', (_what, statement, said) => {
  expect(messageOf(deliveryOf(statement)).said).toBe(said);
});
