import { isIPv4, isIPv6 } from 'node:net';

const groupsOf = (part: string): number[] =>
  part === ''
    ? []
    : part.split(':').flatMap((group) => (group.includes('.') ? pairs(group) : [Number.parseInt(group, 16)]));

const pairs = (dotted: string): number[] => {
  const [a = 0, b = 0, c = 0, d = 0] = dotted.split('.').map(Number);
  return [a * 256 + b, c * 256 + d];
};

/** The bytes of an IP address in text form (4 or 16; a zone such as `%eth0` is left out); `null` where the text is none. */
export function ipBytes(address: string): number[] | null {
  if (isIPv4(address)) return address.split('.').map(Number);
  if (!isIPv6(address)) return null;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const left = groupsOf(head);
  const right = tail === undefined ? [] : groupsOf(tail);
  const middle = new Array<number>(8 - left.length - right.length).fill(0);
  return [...left, ...middle, ...right].flatMap((group) => [group >> 8, group & 255]);
}

/** Whether both have the same length and the first `bits` bits are equal. */
export function sharesPrefix(bytes: number[], network: number[], bits: number): boolean {
  if (bytes.length !== network.length) return false;
  return bytes.every((byte, index) => {
    const wanted = Math.min(8, Math.max(0, bits - index * 8));
    return ((byte ^ (network[index] ?? 0)) & (0xff00 >> wanted) & 0xff) === 0;
  });
}
