import { isIP } from 'node:net';
import { ConfigurationError } from '../model/errors.ts';
import { effectiveBytes, isPublicAddress } from './address-check.ts';
import { ipBytes, sharesPrefix } from './ip-bytes.ts';
import { bareHost, portOf } from './target.ts';

interface Entry {
  /** A name, or the network's bytes with the number of bits that count. */
  name: string | null;
  bytes: number[];
  bits: number;
  port: number | null;
}

/** Private places that the operator lets us fetch from. */
export interface AllowList {
  /**
   * Whether an address with this host, as it is written there, and this port is listed. Only what is written counts: a network or
   * an IP address admits IP addresses, and a name admits itself. Anyone can have a name of theirs resolve to an IP address that is listed.
   */
  allows(hostname: string, port: number): boolean;
}

/** Whether an address names a private place: an IP address that is not public, `localhost`, or a host of the allow list. Looks nothing up. */
export function isPrivatePlace(address: string, allowList: AllowList): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  const host = bareHost(url);
  if (isIP(host) !== 0) return !isPublicAddress(host);
  return /(?:^|\.)localhost$/i.test(host) || allowList.allows(host, portOf(url));
}

const ENTRY_FORMS = [
  /^(?<address>[0-9a-f.]*:[0-9a-f:.]*:[0-9a-f:.]*)(?:\/(?<bits>\d{1,3}))?$/i,
  /^\[(?<address>[0-9a-f:.]+)\](?:\/(?<bits>\d{1,3}))?(?::(?<port>\d{1,5}))?$/i,
  /^(?<address>[0-9.]+)(?:\/(?<bits>\d{1,3}))?(?::(?<port>\d{1,5}))?$/,
  /^(?<name>[a-z0-9_.-]*[a-z][a-z0-9_.-]*)(?::(?<port>\d{1,5}))?$/i,
];

function parseEntry(text: string): Entry {
  const parts = ENTRY_FORMS.map((form) => form.exec(text)).find((match) => match !== null)?.groups ?? {};
  const { address = '', name = null } = parts;
  const bytes = ipBytes(address) ?? [];
  const bits = Number(parts.bits ?? bytes.length * 8);
  const port = parts.port === undefined ? null : Number(parts.port);
  if ((bytes.length === 0 && name === null) || bits > bytes.length * 8 || (port ?? 1) > 65_535) {
    throw new ConfigurationError(
      'bad-allow-host',
      `"${text}" is no host to allow: write a name or an address, with a port (127.0.0.1:8080) or as a network (127.0.0.0/8)`,
    );
  }
  return { name: name?.toLowerCase() ?? null, bytes, bits, port };
}

/** Reads entries such as `127.0.0.1:8080`, `127.0.0.0/8`, `[::1]:8080`, `intranet.example`; throws ConfigurationError (`bad-allow-host`). */
export function parseAllowList(entries: string[]): AllowList {
  const parsed = entries.map((entry) => parseEntry(entry.trim()));
  return {
    allows(hostname, port) {
      const bytes = effectiveBytes(hostname) ?? [];
      const name = hostname.toLowerCase().replace(/\.$/, '');
      return parsed.some(
        (entry) =>
          (entry.port === null || entry.port === port) &&
          (entry.name === null ? sharesPrefix(bytes, entry.bytes, entry.bits) : entry.name === name),
      );
    },
  };
}
