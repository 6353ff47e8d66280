import { describe, expect, test } from 'vitest';
import { PlanRefused } from '#core/deploy/orgGuard.ts';
import { GenesysError } from '#core/genesys/error.ts';
import { loggerTo } from '#host/logger.ts';
import { guarded, SHOW_LOG, type Report } from '#client/commands/boundary.ts';
import { Cancelled, UserError } from '#client/errors.ts';
import { redactor } from '#client/ui/redactor.ts';

async function run(thrown: unknown): Promise<{ reports: Report[]; log: string[] }> {
  const reports: Report[] = [];
  const log: string[] = [];
  const logger = loggerTo((level, message) => log.push(`${level}: ${message}`));
  await guarded(
    'wrapsmith.test',
    () => Promise.reject(thrown),
    logger,
    (report) => reports.push(report),
  );
  return { reports, log };
}

describe('the error boundary', () => {
  test('eats a cancel, whoever threw it', async () => {
    const byOrg = new GenesysError({
      kind: 'cancelled',
      method: 'GET',
      path: '/api/v2/x',
      message: 'Cancelled.',
      ambiguous: false,
    });
    for (const cancel of [new Cancelled(), byOrg, new DOMException('aborted', 'AbortError')]) {
      const { reports, log } = await run(cancel);
      expect(reports).toEqual([]);
      expect(log).toEqual(['debug: wrapsmith.test: cancelled.']);
    }
  });

  test('shows a sentence for the user as it is, with its next steps', async () => {
    const actions = [{ title: 'Sign In', command: 'wrapsmith.signIn' }];
    const { reports, log } = await run(new UserError('Nobody is signed in.', actions));
    expect(reports).toEqual([{ text: 'Nobody is signed in.', actions }]);
    expect(log).toEqual(['warn: wrapsmith.test: Nobody is signed in.']);
  });

  test('shows why a plan was refused, and where to go from there', async () => {
    const { reports } = await run(new PlanRefused('The environment "dev" is bound to another org.'));
    expect(reports[0]?.text).toBe('The environment "dev" is bound to another org.');
    expect(reports[0]?.actions[0]?.command).toBe('wrapsmith.switchEnvironment');
  });

  test('keeps the details of a defect in the log', async () => {
    const { reports, log } = await run(new TypeError('x is not a function'));
    expect(reports[0]?.text).not.toContain('not a function');
    expect(reports[0]?.actions).toEqual([SHOW_LOG]);
    expect(log.join()).toContain('x is not a function');
  });

  test('does nothing when nothing is thrown', async () => {
    const reports: Report[] = [];
    await guarded(
      'wrapsmith.test',
      async () => undefined,
      loggerTo(() => undefined),
      (report) => reports.push(report),
    );
    expect(reports).toEqual([]);
  });
});

describe('the redactor', () => {
  test('takes a known secret out in every form it may have', () => {
    const secrets = redactor();
    const secret = 'canary/"secret"+1';
    secrets.know(secret);
    const text = `plain ${secret}, url ${encodeURIComponent(secret)}, json ${JSON.stringify({ secret })}`;
    expect(secrets.clean(text)).toBe('plain …, url …, json {"secret":"…"}');
  });

  test('leaves everything else alone', () => {
    const secrets = redactor();
    secrets.know('a');
    secrets.know('');
    expect(secrets.clean('a banana')).toBe('a banana');
  });
});
