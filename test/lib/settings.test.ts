import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PRODUCTION_STAGE, readSettings, SETTING_NAMES, SettingsError } from '../../lib/settings.ts';

const read = (values: Record<string, unknown>) =>
  readSettings((name) => ({ stage: 'dev', retentionDays: 90, contact: '', allowHosts: '', ...values })[name]);

describe('settings from the context', () => {
  it('takes what cdk.json has and what -c gives as text', () => {
    expect(read({ contact: ' desk@paper.example ', allowHosts: ['intranet', '10.0.0.0/8'] })).toEqual({
      stage: 'dev',
      alarmEmail: '',
      retentionDays: 90,
      concurrency: 4,
      contact: 'desk@paper.example',
      allowHosts: ['intranet', '10.0.0.0/8'],
      ...{ monthlyBudget: 0, backupDays: 0, table: '', encryptionKey: '', domain: '', certificate: '' },
    });
    expect(read({ retentionDays: '30', allowHosts: '127.0.0.1:8080, [::1]:80,,' })).toMatchObject({
      retentionDays: 30,
      allowHosts: ['127.0.0.1:8080', '[::1]:80'],
    });
    expect(read({ allowHosts: undefined, contact: undefined })).toMatchObject({ allowHosts: [], contact: '' });
  });

  it.each([
    ['stage', undefined, /stage must be given, but is missing/],
    ['stage', 'Prod Two', /stage must be a lower-case word .*, but is "Prod Two"/],
    ['stage', 'a'.repeat(21), /at most 20 letters/],
    ['retentionDays', 'many', /retentionDays must be a number of days, but is "many"/],
    ['retentionDays', '', /retentionDays .*, but is ""/],
    ['retentionDays', null, /retentionDays .*, but is null/],
    ['retentionDays', true, /retentionDays .*, but is true/],
    ['retentionDays', 0, /retentionDays must be at least 1 day, but is 0/],
    ['retentionDays', 1.5, /retentionDays must be a whole number/],
    ['retentionDays', 9999, /retentionDays must be at most 3650 days/],
    ['alarmEmail', 'me@', /alarmEmail must be a mail address, but is "me@"/],
    ['alarmEmail', 'a@b.example, c@d.example', /alarmEmail must be a mail address/],
    ['concurrency', 1, /concurrency must be at least 2 workers, but is 1/],
    ['concurrency', '1001', /concurrency must be at most 1000 workers/],
    ['concurrency', 'all', /concurrency must be a number of workers, but is "all"/],
    ['monthlyBudget', 'little', /monthlyBudget must be a number of dollars, but is "little"/],
    ['monthlyBudget', -1, /monthlyBudget must not be negative/],
    ['backupDays', 1.5, /backupDays must be a whole number/],
    ['table', 'a', /table must be the name of a table, but is "a"/],
    ['encryptionKey', 'alias/own', /encryptionKey must be the ARN of a KMS key/],
    ['domain', 'https://news.paper.example', /domain must be a host name in lower case/],
    ['certificate', 'own', /certificate must be the ARN of a certificate in ACM/],
    ['domain', 'news.paper.example', /certificate must be set together with domain/],
    ['contact', 'me', /contact must be a mail address or the address of a web page, but is "me"/],
    ['contact', 7, /contact must be a text, but is 7/],
    ['allowHosts', 'http://intranet/', /allowHosts must be host names.*, but is "http:\/\/intranet\/"/],
    ['allowHosts', [1], /allowHosts must be a list of texts/],
    ['allowHosts', 5, /allowHosts must be a list of host names, or one text with commas, but is 5/],
  ])('refuses %s %j and says why', (name, value, message) => {
    expect(() => read({ [name]: value })).toThrow(SettingsError);
    expect(() => read({ [name]: value })).toThrow(message);
  });

  it('names every wrong value at once', () => {
    expect(() => read({ stage: '', retentionDays: -1 })).toThrow(/ {2}stage .*\n {2}retentionDays /);
  });

  it('wants a contact and an address for alarms for the stage prod', () => {
    const contact = 'https://paper.example/bot';
    const alarmEmail = 'desk@paper.example';
    expect(() => read({ stage: 'prod', alarmEmail })).toThrow(/contact must be set for the stage prod/);
    expect(() => read({ stage: 'prod', contact })).toThrow(/alarmEmail must be set for the stage prod/);
    expect(read({ stage: 'prod', contact, alarmEmail })).toMatchObject({ contact, alarmEmail });
  });

  it('takes what stands in cdk.json, name by name', () => {
    const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };
    const own = Object.keys(context).filter((name) => !name.startsWith('@aws-cdk/'));
    expect(own.toSorted()).toEqual([...SETTING_NAMES].toSorted());
    expect(readSettings((name) => context[name])).toMatchObject({ stage: 'dev', retentionDays: 365, concurrency: 4 });
  });

  it("holds for README's deploy, which keeps its table", () => {
    const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };
    const line = /^npm run deploy -- (.*)$/m.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
    const given = Object.fromEntries(
      [...line.matchAll(/-c (\w+)=(\S+)/g)].map(([, name = '', value]) => [name, value]),
    );
    expect(Object.keys(given)[0]).toBe('stage');
    expect(readSettings((name) => given[name] ?? context[name]).stage).toBe(PRODUCTION_STAGE);
  });
});
