/** The host that an address is asked of, without its port and without a dot at the end; the text itself where it is no address. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : url;
}

/** Endings of two letters that are sold to anybody, and two that are no country of ISO 3166. Data. */
const FOR_ANYBODY: ReadonlySet<string> = new Set(
  'ac ag ai am as cc co dj eu fm gd gg io im is la li ly me mn ms nu pw rs sc sh so st su tk to tv vc vg ws'.split(' '),
);

/** The country (ISO 3166, two letters) that a host's ending names, as `AE` of `wam.ae`; `null` for others and for endings that are sold to anybody. */
export function countryOfHost(host: string): string | null {
  const ending = /\.([a-z]{2})$/.exec(host.toLowerCase())?.[1];
  if (ending === undefined || FOR_ANYBODY.has(ending)) return null;
  return ending === 'uk' ? 'GB' : ending.toUpperCase();
}
