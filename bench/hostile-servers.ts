import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

/** A server made to hurt who asks it. */
export interface HostileServer {
  name: string;
  /** Speaks when a request has come in. */
  speak(socket: Socket): void;
  /** How the fetch ends. */
  code: string;
  /** Asked by https. */
  secure?: true;
}

/** The loopback, the metadata services of clouds and other private places, by every spelling that a link may have. */
export const PRIVATE_SPELLINGS: readonly string[] = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://127.0.0.1./',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://0/',
  'http://0.0.0.0/',
  'http://[::]/',
  'http://１２７.０.０.１/',
  'http://127。0。0。1/',
  'http://%31%32%37.0.0.1/',
  'http://localhost/',
  'http://LOCALHOST/',
  'http://169.254.169.254/latest/',
  'http://2852039166/',
  'http://0xa9fea9fe/',
  'http://0xA9.0xFE.0xA9.0xFE/',
  'http://0251.0376.0251.0376/',
  'http://169.254.43518/',
  'http://169.16689662/',
  'http://[::ffff:169.254.169.254]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[64:ff9b::169.254.169.254]/',
  'http://[fd00:ec2::254]/',
  'http://[fe80::1]/',
  'http://10.1.2.3/',
  'http://172.20.0.1/',
  'http://192.168.1.1/',
  'http://100.100.100.200/',
  'http://224.0.0.1/',
  'https://127.0.0.1/',
];

const OK = 'HTTP/1.1 200 OK\r\n';
const redirect = (location: string): string =>
  `HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: ${location}\r\n\r\n`;
const packed = (bytes: Uint8Array, encoding = 'gzip'): Buffer =>
  Buffer.concat([Buffer.from(`${OK}Content-Encoding: ${encoding}\r\nContent-Length: ${bytes.length}\r\n\r\n`), bytes]);

/** Writes again and again for as long as the other side listens. */
function endlessly(socket: Socket, piece: string | Buffer): void {
  if (!socket.destroyed) socket.write(piece, (error) => !error && setImmediate(() => endlessly(socket, piece)));
}

function drip(socket: Socket, piece: string): void {
  const timer = setInterval(() => socket.write(piece), 20);
  socket.on('close', () => clearInterval(timer));
}

const bomb = gzipSync(Buffer.alloc(200_000_000));
const bombs = gzipSync(gzipSync(Buffer.alloc(100_000_000)));
let count = 0;

/** Servers of the hostile set. */
export const HOSTILE_SERVERS: readonly HostileServer[] = [
  { name: 'gzip bomb of 200 MB', code: 'too-large', speak: (socket) => void socket.end(packed(bomb)) },
  { name: 'gzip bomb inside gzip', code: 'too-large', speak: (socket) => void socket.end(packed(bombs, 'gzip, gzip')) },
  {
    name: 'slow-drip body',
    code: 'timeout',
    speak: (socket) => {
      socket.write(`${OK}Content-Length: 1000000\r\n\r\n`);
      drip(socket, '.');
    },
  },
  {
    name: 'slow-drip headers',
    code: 'timeout',
    speak: (socket) => {
      socket.write(OK);
      drip(socket, 'X-More: of this\r\n');
    },
  },
  { name: 'no answer at all', code: 'timeout', speak: () => undefined },
  {
    name: 'endless body',
    code: 'too-large',
    speak: (socket) => {
      socket.write(`${OK}\r\n`);
      endlessly(socket, Buffer.alloc(1_000_000));
    },
  },
  { name: 'endless redirect', code: 'redirect-loop', speak: (socket) => void socket.write(redirect(`/${++count}`)) },
  { name: 'redirect in a circle', code: 'redirect-loop', speak: (socket) => void socket.write(redirect('/')) },
  ...PRIVATE_SPELLINGS.map((location) => ({
    name: `redirect to ${location}`,
    code: 'private-address',
    speak: (socket: Socket) => void socket.end(redirect(location)),
  })),
  { name: 'redirect to a file', code: 'bad-url', speak: (socket) => void socket.end(redirect('file:///etc/passwd')) },
  {
    name: 'flood of headers',
    code: 'too-large',
    speak: (socket) => void socket.write(`${OK}${'X-More: of this\r\n'.repeat(100_000)}`),
  },
  {
    name: 'one header of 10 MB',
    code: 'too-large',
    speak: (socket) => void socket.write(`${OK}X: ${'a'.repeat(1e7)}`),
  },
  {
    name: 'Content-Length larger than the body',
    code: 'connection',
    speak: (socket) => void socket.end(`${OK}Content-Length: 10\r\n\r\nabc`),
  },
  {
    name: 'Content-Length of 10 GB',
    code: 'too-large',
    speak: (socket) => void socket.write(`${OK}Content-Length: 10000000000\r\n\r\nabc`),
  },
  {
    name: 'two Content-Lengths',
    code: 'connection',
    speak: (socket) => void socket.end(`${OK}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd`),
  },
  {
    name: 'reset half-way',
    code: 'connection',
    speak: (socket) =>
      void socket.write(`${OK}Content-Length: 100\r\n\r\nabc`, () => setTimeout(() => socket.resetAndDestroy(), 5)),
  },
  { name: 'TLS that is none', code: 'tls', secure: true, speak: (socket) => void socket.end(`${OK}\r\n`) },
  { name: 'no HTTP', code: 'connection', speak: (socket) => void socket.end('SSH-2.0-OpenSSH_9.0\r\n') },
];
