import type { LookupAddress } from 'node:dns';
import { describe, expect, test } from 'vitest';
import { PRIVATE_SPELLINGS } from '../../../bench/hostile-servers.ts';
import { isPublicAddress } from '../../../lambda/fetch/address-check.ts';
import { isPrivatePlace, parseAllowList } from '../../../lambda/fetch/allow-list.ts';
import { checkedLookup, type Resolve } from '../../../lambda/fetch/lookup.ts';
import { refusalOf } from '../../../lambda/fetch/permission.ts';
import { ConfigurationError } from '../../../lambda/model/errors.ts';
import { failure, fetcherFor, serve } from './support.ts';

describe('isPublicAddress', () => {
  test.each([
    '0.0.0.0',
    '0.255.255.255',
    '10.0.0.0',
    '10.255.255.255',
    '100.64.0.0',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.0.0',
    '169.254.169.254',
    '169.254.255.255',
    '172.16.0.0',
    '172.31.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '192.168.0.0',
    '192.168.255.255',
    '198.18.0.1',
    '198.19.255.255',
    '198.51.100.7',
    '203.0.113.7',
    '224.0.0.1',
    '239.255.255.255',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    'fc00::1',
    'fdff::1',
    'fe80::1',
    'fe80::1%eth0',
    'febf::1',
    'fec0::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:10.1.2.3',
    '0:0:0:0:0:ffff:a9fe:a9fe',
    '64:ff9b::127.0.0.1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::1',
    '2001:db8::1',
    '2001::1',
    '2002:7f00:1::1',
    '3fff::1',
    '::ffff:0:127.0.0.1',
    '100::1',
    '5f00::1',
    'localhost',
    '',
    '1.2.3',
    '256.1.1.1',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each([
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '169.253.255.255',
    '169.255.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '192.169.0.0',
    '223.255.255.255',
    '2606:4700::1111',
    '2a00:1450:4001:830::200e',
    '::ffff:1.1.1.1',
    '64:ff9b::1.1.1.1',
    '2001:4860:4860::8888',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

/** Every block of the IANA registries of special-purpose addresses, with its first and last address. */
const REGISTRIES = [
  ['0.0.0.0/8', '0.0.0.0', '0.255.255.255'],
  ['10.0.0.0/8', '10.0.0.0', '10.255.255.255'],
  ['100.64.0.0/10', '100.64.0.0', '100.127.255.255'],
  ['127.0.0.0/8', '127.0.0.0', '127.255.255.255'],
  ['169.254.0.0/16', '169.254.0.0', '169.254.255.255'],
  ['172.16.0.0/12', '172.16.0.0', '172.31.255.255'],
  ['192.0.0.0/24', '192.0.0.0', '192.0.0.255'],
  ['192.0.2.0/24', '192.0.2.0', '192.0.2.255'],
  ['192.31.196.0/24', '192.31.196.0', '192.31.196.255'],
  ['192.52.193.0/24', '192.52.193.0', '192.52.193.255'],
  ['192.88.99.0/24', '192.88.99.0', '192.88.99.255'],
  ['192.168.0.0/16', '192.168.0.0', '192.168.255.255'],
  ['192.175.48.0/24', '192.175.48.0', '192.175.48.255'],
  ['198.18.0.0/15', '198.18.0.0', '198.19.255.255'],
  ['198.51.100.0/24', '198.51.100.0', '198.51.100.255'],
  ['203.0.113.0/24', '203.0.113.0', '203.0.113.255'],
  ['224.0.0.0/4', '224.0.0.0', '239.255.255.255'],
  ['240.0.0.0/4', '240.0.0.0', '255.255.255.255'],
  ['::1/128', '::1', '::1'],
  ['::/128', '::', '::'],
  ['64:ff9b:1::/48', '64:ff9b:1::', '64:ff9b:1:ffff:ffff:ffff:ffff:ffff'],
  ['100::/64', '100::', '100::ffff:ffff:ffff:ffff'],
  ['100:0:0:1::/64', '100:0:0:1::', '100::1:ffff:ffff:ffff:ffff'],
  ['2001::/23', '2001::', '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2001:db8::/32', '2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2002::/16', '2002::', '2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2620:4f:8000::/48', '2620:4f:8000::', '2620:4f:8000:ffff:ffff:ffff:ffff:ffff'],
  ['3fff::/20', '3fff::', '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['5f00::/16', '5f00::', '5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['fc00::/7', 'fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['fe80::/10', 'fe80::', 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['ff00::/8', 'ff00::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
] as const;

describe('the registries of special-purpose addresses', () => {
  test.each(REGISTRIES)('%s is not public from %s to %s', (_block, first, last) => {
    expect([first, last].map(isPublicAddress)).toEqual([false, false]);
  });

  test.each(REGISTRIES.filter(([block]) => !block.includes(':')))(
    '%s is no more so inside IPv6: mapped, or by NAT64',
    (_block, first, last) => {
      const inside = [first, last].flatMap((address) => [`::ffff:${address}`, `64:ff9b::${address}`]);
      expect(inside.map(isPublicAddress)).toEqual([false, false, false, false]);
    },
  );

  test.each(['192.30.255.255', '192.31.195.255', '192.31.197.0', '192.175.47.255', '192.175.49.0', '198.17.255.255'])(
    '%s beside them is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  test.each(['2001:200::', '2001:db7:ffff::', '2001:db9::', '2003::', '2620:4f:7fff::1', '2620:4f:8001::', '3ffe::1'])(
    '%s beside them is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});

describe('private places are refused', () => {
  test.each(PRIVATE_SPELLINGS)('%s, asked for', async (url) => {
    const error = await failure(fetcherFor({ allowHosts: [] }).fetch({ url }));
    expect(error).toMatchObject({ code: 'private-address' });
  });

  test.each(PRIVATE_SPELLINGS)('%s, redirected to', async (location) => {
    const bytes = Buffer.from(location).toString('latin1');
    const base = await serve((_request, response) => void response.writeHead(302, { Location: bytes }).end());
    const error = await failure(fetcherFor({ allowHosts: [new URL(base).host] }).fetch({ url: base }));
    expect(error).toMatchObject({ code: 'private-address' });
  });

  test('another port of an allowed host', async () => {
    let reached = false;
    const secret = await serve((_request, response) => {
      reached = true;
      response.end('secret');
    });
    const base = await serve((_request, response) => void response.writeHead(302, { Location: secret }).end());
    const error = await failure(fetcherFor({ allowHosts: [new URL(base).host] }).fetch({ url: base }));
    expect(error).toMatchObject({ code: 'private-address' });
    expect(error.message).toContain(new URL(secret).host);
    expect(reached).toBe(false);
  });
});

describe('the allow-list', () => {
  test.each([
    ['127.0.0.1:8080', '127.0.0.1', 8080, true],
    ['127.0.0.1:8080', '127.0.0.1', 8081, false],
    ['127.0.0.1', '127.0.0.1', 8081, true],
    ['127.0.0.1', '127.0.0.2', 80, false],
    ['127.0.0.1', 'localhost', 80, false],
    ['127.0.0.1', 'evil.example', 80, false],
    ['127.0.0.0/8', '127.9.9.9', 80, true],
    ['127.0.0.0/8', '::ffff:127.9.9.9', 80, true],
    ['127.0.0.0/8', '10.0.0.1', 80, false],
    ['10.0.0.0/8:8080', '10.0.0.1', 8080, true],
    ['10.0.0.0/8:8080', 'evil.example', 8080, false],
    ['192.168.16.0/20', '192.168.31.255', 80, true],
    ['192.168.16.0/20', '192.168.32.0', 80, false],
    ['0.0.0.0/0', '10.0.0.1', 80, true],
    ['0.0.0.0/0', 'fc00::1', 80, false],
    ['[::1]:8080', '::1', 8080, true],
    ['::1', '::1', 1, true],
    ['fc00::/7', 'fd12::1', 80, true],
    ['fc00::/7', 'fe80::1', 80, false],
    ['fc00::/7', 'evil.example', 80, false],
    ['Intranet.example:8080', 'intranet.example', 8080, true],
    ['intranet.example', 'intranet.example.', 8080, true],
    ['intranet.example', 'other.example', 80, false],
    ['intranet.example', 'sub.intranet.example', 80, false],
    ['localhost', 'localhost', 80, true],
  ])('%s lets %s at port %i pass: %s', (entry, hostname, port, allowed) => {
    expect(parseAllowList([entry]).allows(hostname, port)).toBe(allowed);
  });

  test.each([
    ['http://127.0.0.1/f', true],
    ['http://2130706433/f', true],
    ['http://0x7f.1/f', true],
    ['http://[::ffff:10.0.0.1]/f', true],
    ['https://localhost:8080/f', true],
    ['http://Wire.Localhost/f', true],
    ['http://intranet.example:8080/f', true],
    ['http://intranet.example./f', false],
    ['https://paper.example/f', false],
    ['https://1.1.1.1/f', false],
    ['no address', false],
  ])('%s is a private place: %s', (address, isPrivate) => {
    expect(isPrivatePlace(address, parseAllowList(['intranet.example:8080']))).toBe(isPrivate);
  });

  test.each(['', '127.0.0.1/33', 'a/8', 'http://x', '1.2.3', '127.0.0.1:99999', ':80', '[x]:1', '::1/129', 'a b'])(
    '%j is refused with its name',
    (entry) => {
      expect(() => parseAllowList([entry])).toThrow(ConfigurationError);
      expect(() => parseAllowList([entry])).toThrow(`"${entry}"`);
    },
  );

  test('a fetch by name reaches an allowed name', async () => {
    const base = (await serve((_request, response) => void response.end('hello'))).replace('127.0.0.1', 'localhost');
    expect((await fetcherFor({ allowHosts: ['localhost'] }).fetch({ url: base })).status).toBe(200);
  });
});

describe('checkedLookup', () => {
  const answers =
    (...addresses: LookupAddress[]): Resolve =>
    (_name, _options, done) =>
      done(null, addresses);
  const look = (resolve: Resolve, all: boolean) =>
    new Promise<unknown>((settle) => {
      const lookup = checkedLookup(
        new URL('http://news.example/'),
        { allowList: parseAllowList([]), privateToo: true },
        { resolve },
      );
      lookup('news.example', { all }, (error, address) => settle(error ?? address));
    });
  const open = { address: '1.1.1.1', family: 4 };
  const closed = { address: '10.0.0.1', family: 4 };

  test('leaves private addresses out of a mixed answer', async () => {
    expect(await look(answers(closed, open), true)).toEqual([open]);
    expect(await look(answers(closed, open), false)).toBe('1.1.1.1');
  });

  test('asks anew for each connection, so that a second answer is checked too', async () => {
    let times = 0;
    const rebinding: Resolve = (_name, _options, done) => done(null, [times++ === 0 ? open : closed]);
    expect(await look(rebinding, false)).toBe('1.1.1.1');
    expect(await look(rebinding, false)).toMatchObject({ code: 'private-address' });
  });

  test('an answer without addresses is refused', async () => {
    expect(await look(answers(), true)).toMatchObject({ code: 'dns' });
  });
});

describe('refusalOf', () => {
  const open = '1.1.1.1';
  const closed = '10.0.0.1';
  test.each([
    ['http://news.example/', open, [], true, null],
    ['http://news.example:80/', open, [], true, null],
    ['https://news.example:443/', open, [], true, null],
    ['http://news.example:8080/', open, [], true, 'port-not-allowed'],
    ['http://news.example:443/', open, [], true, 'port-not-allowed'],
    ['https://news.example:80/', open, [], true, 'port-not-allowed'],
    ['http://news.example:22/', open, ['news.example:8080'], true, 'port-not-allowed'],
    ['http://news.example:8080/', open, ['news.example:8080'], true, null],
    ['http://news.example:8080/', open, ['news.example:8080'], false, null],
    ['http://news.example:8080/', open, ['news.example'], true, null],
    ['http://news.example/', closed, [], true, 'private-address'],
    ['http://news.example/', closed, ['news.example'], true, null],
    ['http://news.example/', closed, ['10.0.0.0/8'], true, 'private-address'],
    ['http://10.0.0.1/', closed, ['10.0.0.0/8'], true, null],
    ['http://news.example/', closed, ['news.example'], false, 'private-address'],
    ['http://10.0.0.1/', closed, ['10.0.0.0/8'], false, 'private-address'],
    ['http://10.0.0.1:81/', closed, ['10.0.0.1:80'], true, 'private-address'],
  ] as const)('%s at %s with %j allowed, private too %s: %s', (url, address, entries, privateToo, code) => {
    const permission = { allowList: parseAllowList([...entries]), privateToo };
    expect(refusalOf(new URL(url), address, permission)?.code ?? null).toBe(code);
  });

  test('tells the setting that would let it pass', () => {
    const permission = { allowList: parseAllowList([]), privateToo: true };
    expect(refusalOf(new URL('http://news.example:8080/'), open, permission)?.message).toContain('news.example:8080');
    expect(refusalOf(new URL('http://[fd00::1]:81/'), 'fd00::1', permission)?.message).toContain(
      'allow [fd00::1]:81 in',
    );
  });
});
