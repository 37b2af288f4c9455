import { Logger } from '@aws-lambda-powertools/logger';
import type { Log } from '../model/ports.ts';

/** A log of JSON lines in the form of Powertools; `service` names the function in every line. */
export function createLog(service: string): Log {
  const logger = new Logger({ serviceName: service });
  return {
    info: (message, fields = {}) => logger.info(message, fields),
    warn: (message, fields = {}) => logger.warn(message, fields),
    error: (message, fields = {}) => logger.error(message, fields),
  };
}
