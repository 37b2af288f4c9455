import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../lambda/handlers/settings.ts';
import { ConfigurationError } from '../../../lambda/model/errors.ts';

const ENVIRONMENT = {
  DATELINE_TABLE: 'records',
  DATELINE_QUEUE_URL: 'https://sqs.eu-west-1.amazonaws.com/000000000000/feeds.fifo',
  DATELINE_RETENTION_DAYS: '90',
  DATELINE_CONTACT: 'desk@paper.example',
  DATELINE_ALLOW_HOSTS: '127.0.0.1:8080, intranet',
};
const read = readSettings;

describe('settings from the environment', () => {
  it('are those that were asked for', () => {
    expect(read(['table', 'retentionDays', 'contact', 'allowHosts'], ENVIRONMENT)).toEqual({
      table: 'records',
      retentionDays: 90,
      contact: 'desk@paper.example',
      allowHosts: ['127.0.0.1:8080', 'intranet'],
    });
    expect(read(['queueUrl'], ENVIRONMENT)).toEqual({ queueUrl: ENVIRONMENT.DATELINE_QUEUE_URL });
  });

  it('need no contact and no allowed hosts', () => {
    expect(read(['contact', 'allowHosts'], {})).toEqual({ contact: null, allowHosts: [] });
    expect(read(['contact', 'allowHosts'], { DATELINE_CONTACT: ' ', DATELINE_ALLOW_HOSTS: '' })).toEqual({
      contact: null,
      allowHosts: [],
    });
  });

  it.each([
    ['table', undefined, 'DATELINE_TABLE must be the name of the table, but is missing'],
    ['table', '', 'DATELINE_TABLE must be the name of the table, but is ""'],
    ['queueUrl', 'feeds.fifo', 'DATELINE_QUEUE_URL must be the address of the queue, but is "feeds.fifo"'],
    ['retentionDays', '0', 'DATELINE_RETENTION_DAYS must be a whole number of days, at least 1, but is "0"'],
    ['retentionDays', '1e3', 'DATELINE_RETENTION_DAYS must be a whole number of days, at least 1, but is "1e3"'],
    ['retentionDays', undefined, 'DATELINE_RETENTION_DAYS must be a number of days, but is missing'],
  ] as const)('%s %j is refused by the name of its variable', (name, value, message) => {
    const attempt = () => read([name], value === undefined ? {} : { [variableOf(name)]: value });
    expect(attempt).toThrow(ConfigurationError);
    expect(attempt).toThrow(message);
  });

  it('that are wrong are all named at once', () => {
    expect(() => read(['table', 'queueUrl'], {})).toThrow(/DATELINE_TABLE .*; DATELINE_QUEUE_URL /);
  });
});

const variableOf = (name: string): string => `DATELINE_${name.replace(/[A-Z]/g, '_$&').toUpperCase()}`;
