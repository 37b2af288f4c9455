import { listenWithDynalite } from '../../test/support/dynalite-socket.ts';

// A store in memory, in a process of its own: what it takes of the processor is not the ingest's.
const server = await listenWithDynalite(process.argv[2] ?? '');
process.on('disconnect', () => void server.close().then(() => process.exit()));
process.send?.('ready');
