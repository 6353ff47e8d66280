import { describe, expect, test } from 'vitest';
import { environmentsOf, SANDBOX } from '#client/session/environments.ts';
import { statusText } from '#client/session/statusText.ts';

const [dev, prod] = environmentsOf({
  kind: 'GenesysProject',
  environments: { dev: { region: 'mypurecloud.ie' }, prod: { region: 'mypurecloud.de', protected: true } },
});
if (dev?.kind !== 'org' || !prod) throw new Error('two environments');

describe('the status bar', () => {
  test('names org and environment', () => {
    expect(statusText({ kind: 'ready', environment: dev, organization: 'Northwind' }).text).toBe(
      '$(cloud) Northwind · dev',
    );
    expect(statusText({ kind: 'ready', environment: SANDBOX, organization: 'Northwind' }).text).toBe(
      '$(beaker) Northwind · Sandbox',
    );
  });

  test('shows names of files and orgs as they are: no icon, nothing that reverses the line or hides', () => {
    const [sly] = environmentsOf({
      kind: 'GenesysProject',
      environments: { '$(lock)\u202Edetcetorp \u00B7\n': { region: 'mypurecloud.ie' } },
    });
    if (!sly) throw new Error('one environment');
    const { text, tooltip, label, warning } = statusText({
      kind: 'ready',
      environment: sly,
      organization: '[x](command:evil)\u0007$(verified)',
    });
    for (const shown of [text, label]) expect(shown).not.toMatch(/[\p{Cc}\u202E]|.\$\(/u);
    expect(tooltip).not.toMatch(/[\p{Cc}\u202E]/u);
    expect(warning).toBe(false);
  });

  test('says that nobody is signed in, and where', () => {
    const { text, tooltip } = statusText({ kind: 'signedOut', environment: dev });
    expect(text).toBe('$(cloud) dev · signed out');
    expect(tooltip).toContain('mypurecloud.ie');
  });

  test('a protected environment differs by colour, icon and a word, signed in or not', () => {
    for (const status of [
      statusText({ kind: 'ready', environment: prod, organization: 'Northwind' }),
      statusText({ kind: 'signedOut', environment: prod }),
    ]) {
      expect(status.warning).toBe(true);
      expect(status.text).toMatch(/^\$\(lock\) .* · protected$/);
      expect(status.tooltip).toContain('protected');
    }
    expect(statusText({ kind: 'ready', environment: dev, organization: 'Northwind' }).warning).toBe(false);
  });

  test('says so when nothing is chosen, when the sandbox is not started, and when only checks run', () => {
    expect(statusText({ kind: 'none' }).text).toBe('$(cloud) Genesys Cloud: no environment');
    expect(statusText({ kind: 'signedOut', environment: SANDBOX }).text).toBe('$(beaker) Sandbox · not started');
    expect(statusText({ kind: 'restricted' }).text).toBe('$(shield) Restricted: checks only');
  });

  test('a screen reader hears it without icons', () => {
    expect(statusText({ kind: 'ready', environment: prod, organization: 'Northwind' }).label).toBe(
      'Genesys Cloud: Northwind, prod, protected',
    );
  });
});

test('a name of an org or an environment cannot pass for an icon or a mark of ours', () => {
  const environment = { ...dev, name: '$(lock) dev' };
  const { text, warning } = statusText({ kind: 'ready', environment, organization: '$(sync~spin) Northwind' });
  expect(text).toBe('$(cloud) $ (sync~spin) Northwind · $ (lock) dev');
  expect(warning).toBe(false);
});
