/** Headers by which protection services say that they want a person to prove themselves: name, value. */
const HEADERS: [string, RegExp][] = [
  ['cf-mitigated', /challenge/i],
  ['x-amzn-waf-action', /challenge|captcha/i],
  ['x-vercel-mitigated', /challenge|deny/i],
  ['x-sucuri-block', /./],
];

/** What only the pages of such services hold; scripts that they also put into ordinary pages are no sign. */
const MARKERS = [
  /<title>\s*(?:Just a moment\.\.\.|Attention Required! \| Cloudflare|DDoS-Guard|Vercel Security Checkpoint|Client Challenge|Making sure you(?:'|&#39;|’)re not a bot!|Checking your browser[^<]{0,80}|Pardon Our Interruption[^<]{0,40}|Security Checkpoint[^<]{0,40}|Robot Challenge Screen|Human Verification)\s*<\/title>/i,
  /\b_cf_chl_opt\b|\bcf-challenge-running\b|\bid=["']?cf-wrapper\b/,
  /\bAwsWafIntegration\b|\bawsWafCookieDomainList\b|\bgokuProps\b/,
  /\bgeo\.captcha-delivery\.com\b/,
  /\bIncapsula incident ID\b/,
  /\bid=["']?px-captcha\b/,
  /\bsucuri_cloudproxy_js\b/,
  /\bid=["']?anubis_challenge\b/,
  /\/\.well-known\/sgcaptcha\//,
];

/** Challenge pages are small; an article that speaks of them is longer, or has none of their scripts. */
const LONGEST_PAGE = 100_000;

const HTML = /^(?:\s|<!--[^>]{0,2000}-->|<\?xml[^>]{0,200}>)*<(?:!doctype html|html|head|body|title)\b/i;

/** Whether the headers (lower-case names) say that the answer is a challenge instead of what was asked for. */
export function isChallengeAnswer(headers: Record<string, string>): boolean {
  return HEADERS.some(([name, value]) => value.test(headers[name] ?? ''));
}

/** Whether the bytes are a small HTML page by which a protection service asks for a proof of a person. */
export function isChallengePage(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || bytes.length > LONGEST_PAGE) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return HTML.test(text) && MARKERS.some((marker) => marker.test(text));
}
