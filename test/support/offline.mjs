// Loaded into a process with --import: every host name is unknown there, as on a machine without a network.
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { isIP } from 'node:net';

const { lookup } = dns;
dns.lookup = (hostname, options, callback) => {
  if (isIP(hostname)) return lookup(hostname, options, callback);
  const done = typeof options === 'function' ? options : callback;
  process.nextTick(
    done,
    Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND', hostname }),
  );
};
syncBuiltinESMExports();
