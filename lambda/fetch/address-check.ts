import { ipBytes, sharesPrefix } from './ip-bytes.ts';

/** Networks that no public server stands in: the IANA IPv4 special-purpose registry (RFC 6890 and its successors), and multicast. */
const SPECIAL_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
].map(network);

/** The one block that public IPv6 addresses come from. */
const GLOBAL_IPV6 = network('2000::/3');

/** Parts of it in the IANA IPv6 special-purpose registry: protocol assignments with Teredo, documentation, 6to4, AS112. */
const SPECIAL_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'].map(network);

/** Forms that carry an IPv4 address in their last four bytes: IPv4-mapped, and NAT64 (RFC 6052). */
const CARRIES_IPV4 = ['::ffff:0:0/96', '64:ff9b::/96'].map(network);

interface Network {
  bytes: number[];
  bits: number;
}

function network(text: string): Network {
  const [address = '', bits] = text.split('/');
  return { bytes: ipBytes(address) ?? [], bits: Number(bits) };
}

const within = (bytes: number[], { bytes: base, bits }: Network): boolean => sharesPrefix(bytes, base, bits);

/** The bytes that a connection really goes to: the IPv4 address inside a mapped or NAT64 form; `null` for no IP address. */
export function effectiveBytes(address: string): number[] | null {
  const bytes = ipBytes(address);
  return bytes && CARRIES_IPV4.some((form) => within(bytes, form)) ? bytes.slice(12) : bytes;
}

/** Whether the IP address is one of the public internet; false also for what is no IP address. */
export function isPublicAddress(address: string): boolean {
  const bytes = effectiveBytes(address);
  if (!bytes) return false;
  if (bytes.length === 4) return !SPECIAL_IPV4.some((special) => within(bytes, special));
  return within(bytes, GLOBAL_IPV6) && !SPECIAL_IPV6.some((special) => within(bytes, special));
}
