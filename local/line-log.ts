import type { Log } from '../lambda/model/ports.ts';

const LEVELS = ['info', 'warn', 'error'] as const;
export type LogLevel = (typeof LEVELS)[number];

/** A log of lines for people, from that level on: the message, then what belongs to it in brackets. */
export function createLineLog(write: (line: string) => void, lowest: LogLevel): Log {
  const at =
    (level: LogLevel) =>
    (message: string, fields: Record<string, unknown> = {}): void => {
      if (LEVELS.indexOf(level) < LEVELS.indexOf(lowest)) return;
      const more = Object.entries(fields).map(([name, value]) => `${name}: ${shown(value)}`);
      const prefix = level === 'info' ? '' : `${level === 'warn' ? 'warning' : 'error'}: `;
      write(`${prefix}${message}${more.length > 0 ? ` (${more.join(', ')})` : ''}`);
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
