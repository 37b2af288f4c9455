import { ClassicLevel } from 'classic-level';
import { createEngine, type Engine } from './engine.ts';
import { createWriter, type Writer } from './writer.ts';

/** An engine that has to be closed. */
export interface OpenEngine {
  engine: Engine;
  writer: Writer;
  /** Finishes what is being written, and closes the database. */
  close(): Promise<void>;
}

const MEGABYTE = 1024 * 1024;
/** Fewer and larger files than LevelDB's own settings make, for records of 1 to 3 KB. */
const OPTIONS = { cacheSize: 16 * MEGABYTE, writeBufferSize: 8 * MEGABYTE, maxFileSize: 8 * MEGABYTE };

/** Opens the database in the folder, or makes it. */
export async function openEngine(folder: string): Promise<OpenEngine> {
  const level = new ClassicLevel<string, string>(folder, OPTIONS);
  await level.open();
  const writer = createWriter(level);
  return {
    engine: createEngine(level, writer),
    writer,
    async close() {
      await writer.settled();
      await level.close();
    },
  };
}
