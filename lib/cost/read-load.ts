import { SettingsError } from '../settings.ts';
import type { Load } from './estimate.ts';

/**
 * An article of 4 KB has so many statements: in news of politics and of agencies, read by these rules, there are twelve on average (eight to sixteen in
 * half of them); sport, weather, business and notices have few or none. Half of each is taken.
 */
const STATEMENTS = 6;

/** Reads what the command line gives; `feeds` is `null` where it is not given. Throws a SettingsError that names what is not right. */
export function readLoad(values: Record<string, unknown>): Omit<Load, 'feeds'> & { feeds: number | null } {
  const number = (name: string, otherwise: number, least: number): number => {
    const given = values[name];
    const value = given === undefined ? otherwise : Number(given);
    if (given !== '' && Number.isFinite(value) && value >= least && value <= 1e7) return value;
    throw new SettingsError(`--${name} must be a number from ${least} on, but is ${JSON.stringify(given)}`);
  };
  return {
    feeds: values.feeds === undefined ? null : number('feeds', 0, 1),
    itemsPerDay: number('items-per-day', 10, 0),
    pollsPerDay: number('polls-per-day', 50, 1),
    retentionDays: number('retention', 90, 1),
    statementsPerItem: number('statements', STATEMENTS, 0),
  };
}
