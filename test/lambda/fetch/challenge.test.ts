import { describe, expect, test } from 'vitest';
import { isChallengePage } from '../../../lambda/fetch/challenge.ts';
import { processorMilliseconds } from '../../support/processor-time.ts';
import { failure, fetcherFor, serve } from './support.ts';

const page = (head: string, body = ''): string =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${body}</body></html>`;

const CHALLENGES = [
  page('<title>Just a moment...</title>'),
  page('', '<script>window._cf_chl_opt={cType:"managed"}</script>'),
  page('<title>Attention Required! | Cloudflare</title>'),
  page('<title> DDoS-Guard </title>'),
  page('<title>Vercel Security Checkpoint</title>'),
  page('', '<script>AwsWafIntegration.checkForceRefresh()</script>'),
  page('', '<script src="https://geo.captcha-delivery.com/captcha.js"></script>'),
  page('', '<p>Request unsuccessful. Incapsula incident ID: 77-1</p>'),
  page('', '<div id="px-captcha"></div>'),
  page('<meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2Ffeed">'),
  page('', '<script id="anubis_challenge" type="application/json">{}</script>'),
  `\ufeff  <!-- a wall -->\n<html><title>Just a moment...</title>`,
];

const OTHERS = [
  '',
  '{"version":"https://jsonfeed.org/version/1.1","title":"<title>Just a moment...</title>"}',
  '<rss version="2.0"><channel><item><description>&lt;title&gt;Just a moment...&lt;/title&gt; _cf_chl_opt</description></item></channel></rss>',
  page('<title>Bridge closed</title>', '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>'),
  page('<title>What “Just a moment...” pages cost readers</title>', '<p>Checking your browser, they say.</p>'),
  page('<title>Just a moment...</title>', `<p>${'A long article. '.repeat(10_000)}</p>`),
];

describe('isChallengePage', () => {
  test.each(CHALLENGES)('knows %s', (text) => expect(isChallengePage(Buffer.from(text))).toBe(true));
  test.each(OTHERS)('leaves %.60s alone', (text) => expect(isChallengePage(Buffer.from(text))).toBe(false));

  test('takes time that grows with the text and no faster', () => {
    const time = (text: string): number => {
      const bytes = Buffer.from(text);
      const rounds = [0, 1, 2].map(() => {
        const began = processorMilliseconds();
        for (let round = 0; round < 5; round++) isChallengePage(bytes);
        return processorMilliseconds() - began;
      });
      return Math.min(...rounds);
    };
    for (const unit of ['<!--x-->', ' \n', '<title>', '<html><title>Checking your browser', '<html id=']) {
      time(unit.repeat(2_000));
      const small = time(unit.repeat(Math.floor(20_000 / unit.length)));
      const large = time(unit.repeat(Math.floor(80_000 / unit.length)));
      expect(large, unit).toBeLessThan(Math.max(small, 2) * 24);
    }
  });
});

describe('a challenge page', () => {
  test.each([200, 202, 403, 404, 429, 503])('with status %i is a blocked feed', async (status) => {
    const base = await serve((_request, response) => {
      response.writeHead(status, { 'Content-Type': 'text/html' }).end(CHALLENGES[1]);
    });
    expect(await failure(fetcherFor().fetch({ url: base }))).toMatchObject({ code: 'blocked', status });
  });

  test('is not looked for where the server says when to come again', async () => {
    const base = await serve((_request, response) => {
      response.writeHead(503, { 'Retry-After': '60' }).write(CHALLENGES[0]);
    });
    expect(await failure(fetcherFor().fetch({ url: base }))).toMatchObject({ status: 503, retryAfterSeconds: 60 });
  });

  test('that never ends does not hide the status', async () => {
    const base = await serve((_request, response) => void response.writeHead(500).write('<html>'));
    expect(await failure(fetcherFor().fetch({ url: base }))).toMatchObject({ code: 'http-status', status: 500 });
  });
});
