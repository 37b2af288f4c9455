import { expect, test } from 'vitest';
import { createLineLog } from '../../local/line-log.ts';
import { readLocalSettings } from '../../local/settings.ts';

test('settings come from the environment', () => {
  expect(readLocalSettings({})).toEqual({ retentionDays: 0, contact: null, allowHosts: [] });
  const given = {
    DATELINE_RETENTION_DAYS: '90',
    DATELINE_CONTACT: ' desk@news.example ',
    DATELINE_ALLOW_HOSTS: '127.0.0.1:8080, intranet.example,',
  };
  expect(readLocalSettings(given)).toEqual({
    retentionDays: 90,
    contact: 'desk@news.example',
    allowHosts: ['127.0.0.1:8080', 'intranet.example'],
  });
});

test.each(['-1', '1.5', 'ninety', ''])('%j days are refused by name', (days) => {
  expect(() => readLocalSettings({ DATELINE_RETENTION_DAYS: days })).toThrow('DATELINE_RETENTION_DAYS');
});

test('the line log tells from its level on, with what belongs to a message', () => {
  const lines: string[] = [];
  const log = createLineLog((line) => void lines.push(line), 'warn');
  log.info('unseen');
  log.warn('odd', { feedId: 'f', count: 2 });
  log.error('broken');
  expect(lines).toEqual(['warning: odd (feedId: f, count: 2)', 'error: broken']);
});
