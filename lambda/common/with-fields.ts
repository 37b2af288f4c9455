import type { Log } from '../model/ports.ts';

/** A log whose every line has these fields too; those of the line itself win. */
export function withFields(log: Log, common: Record<string, unknown>): Log {
  return {
    info: (message, fields) => log.info(message, { ...common, ...fields }),
    warn: (message, fields) => log.warn(message, { ...common, ...fields }),
    error: (message, fields) => log.error(message, { ...common, ...fields }),
  };
}
