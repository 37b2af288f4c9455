import { ClassicLevel } from 'classic-level';
import { StoreError } from '../../../lambda/model/errors.ts';
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
/**
 * LevelDB maps its files into memory, as many of them as it keeps open, and never fewer than 64. With files of 1 MB that and the buffers stay within 80 MB,
 * however much is stored; LevelDB's own 1,000 files of 8 MB would be 8 GB.
 */
const OPTIONS = {
  cacheSize: 8 * MEGABYTE,
  writeBufferSize: 4 * MEGABYTE,
  maxFileSize: MEGABYTE,
  maxOpenFiles: 64,
};

/** Opens the database in the folder, or makes it; throws StoreError `unavailable` where that fails, as on a full disk. */
export async function openEngine(folder: string): Promise<OpenEngine> {
  const level = new ClassicLevel<string, string>(folder, OPTIONS);
  try {
    await level.open();
  } catch (error) {
    const { cause, message } = error as Error;
    const reason = cause instanceof Error ? cause.message : message;
    throw new StoreError('unavailable', `the records in ${folder} cannot be opened: ${reason}`, error);
  }
  const writer = createWriter(level);
  return { engine: createEngine(level, writer), writer, close: writer.close };
}
