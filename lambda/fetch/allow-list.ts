import { ConfigurationError } from '../model/errors.ts';
import { effectiveBytes } from './address-check.ts';
import { ipBytes, sharesPrefix } from './ip-bytes.ts';

interface Entry {
  /** A name, or the network's bytes with the number of bits that count. */
  name: string | null;
  bytes: number[];
  bits: number;
  port: number | null;
}

/** Private places that the operator lets us fetch from. */
export interface AllowList {
  /** Whether a connection for this host name may go to this address and port. */
  allows(hostname: string, address: string, port: number): boolean;
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
    allows(hostname, address, port) {
      const bytes = effectiveBytes(address) ?? [];
      const name = hostname.toLowerCase();
      return parsed.some(
        (entry) =>
          (entry.port === null || entry.port === port) &&
          (entry.name === null ? sharesPrefix(bytes, entry.bytes, entry.bits) : entry.name === name),
      );
    },
  };
}
