import { expect, it } from 'vitest';
import { countryOfHost } from '../../../lambda/common/host.ts';

it.each([
  ['www.harbour.ae', 'AE'],
  ['gazette.co.uk', 'GB'],
  ['news.COM.AU', 'AU'],
  ['harbour.example', null],
  ['harbour.com', null],
  ['tech.io', null],
  ['127.0.0.1', null],
  ['', null],
])('%s', (host, country) => expect(countryOfHost(host)).toBe(country));
