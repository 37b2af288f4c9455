import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { userAgent, VERSION } from '../../../lambda/fetch/user-agent.ts';

test.each([
  [null, 'Dateline/0.2.0 (+https://github.com/dateline/dateline)'],
  ['desk@news.example', 'Dateline/0.2.0 (+https://github.com/dateline/dateline; desk@news.example)'],
  ['a\r\nX: (b)', 'Dateline/0.2.0 (+https://github.com/dateline/dateline; a X: b)'],
  [' ', 'Dateline/0.2.0 (+https://github.com/dateline/dateline)'],
])('contact %j', (contact, agent) => {
  expect(userAgent(contact)).toBe(agent);
});

test('tells the version of the package', () => {
  expect(JSON.parse(readFileSync('package.json', 'utf8')).version).toBe(VERSION);
});
