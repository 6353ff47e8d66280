import { expect, it } from 'vitest';
import { loggerTo } from '#host/logger.ts';

it('a log line holds no credential, whoever wrote it', () => {
  const lines: string[] = [];
  const logger = loggerTo((level, message) => lines.push(`${level} ${message}`), ['canary-secret']);
  logger.warn('sent Authorization: Bearer canary-token with canary-secret');
  logger.error('{"access_token":"canary-token"}');
  expect(lines.join('\n')).not.toContain('canary');
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['warn', 'error']);
});
