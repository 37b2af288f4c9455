import { ConfigurationError } from '../lambda/model/errors.ts';
import { ENVIRONMENT } from '../lambda/model/names.ts';

/** What the operator of a machine decides, by the variables that the deployed stack has too. */
export interface LocalSettings {
  /** Days that items are kept; 0 for ever, as without the variable. */
  retentionDays: number;
  contact: string | null;
  allowHosts: string[];
}

/** Reads the settings; throws ConfigurationError `bad-environment` for a value that is not right. */
export function readLocalSettings(environment: Record<string, string | undefined>): LocalSettings {
  const days = environment[ENVIRONMENT.retentionDays] ?? '0';
  if (!/^\d{1,5}$/.test(days)) {
    const given = JSON.stringify(days);
    throw new ConfigurationError(
      'bad-environment',
      `${ENVIRONMENT.retentionDays} must be a whole number of days, but is ${given}`,
    );
  }
  return {
    retentionDays: Number(days),
    contact: environment[ENVIRONMENT.contact]?.trim() || null,
    allowHosts: (environment[ENVIRONMENT.allowHosts] ?? '')
      .split(',')
      .map((host) => host.trim())
      .filter((host) => host !== ''),
  };
}
