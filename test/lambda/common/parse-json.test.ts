import { expect, it } from 'vitest';
import { parseJson } from '../../../lambda/common/parse-json.ts';

it.each([
  ['{"a":[1]}', { a: [1] }],
  ['null', null],
  ['', undefined],
  ['{', undefined],
])('%j says %j', (text, value) => expect(parseJson(text)).toEqual(value));
