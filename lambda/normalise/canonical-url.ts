/** Parameters that tell where a reader came from and nothing of what is read; those ending in `*` by their beginning. */
const TRACKING: readonly string[] =
  '_ga _gl _hsenc _hsmi at_* cmp cmpid dclid fb_action_ids fb_ref fb_source fbclid ftag gclid gclsrc gbraid wbraid guccounter igshid icid intcid ito mc_cid mc_eid mibextid mkt_tok msclkid ncid ns_campaign ns_fee ns_linkname ns_mchannel ns_source oc ocid partner s_cid s_kwcid smid sr_share srnd taid traffic_source trk twclid utm_* vero_id wt.mc_id xtor yclid __twitter_impression'.split(
    ' ',
  );
const EXACT: ReadonlySet<string> = new Set(TRACKING.filter((name) => !name.endsWith('*')));
const BEGINNINGS = TRACKING.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));

function isTracking(parameter: string): boolean {
  const name = parameter.split('=', 1)[0]?.toLowerCase() ?? '';
  return EXACT.has(name) || BEGINNINGS.some((beginning) => name.startsWith(beginning));
}

/**
 * The one form of a web address: host in lower case, without default port, credentials, fragment (unless it is a `#!`
 * path) and tracking parameters. `null` for what is no address of http or https. Done twice it changes nothing.
 */
export function canonicalUrl(link: string): string | null {
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.username = '';
  url.password = '';
  if (!url.hash.startsWith('#!')) url.hash = '';
  const parameters = url.search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !isTracking(parameter));
  // The setter takes one question mark away: without it, the second mark of `??` would go, and its twin the next time.
  url.search = parameters.length > 0 ? `?${parameters.join('&')}` : '';
  url.hostname = url.hostname.replace(/\.+$/, '');
  return url.href;
}
