import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromUser } from '#client/session/fromUser.ts';

const isText = (value: unknown): value is string => typeof value === 'string';
const EVIL = 'https://evil.example/oauth/token';

test('where secrets go is a matter of the user alone: what a workspace sets is not looked at', () => {
  expect(fromUser({ workspaceValue: EVIL, workspaceFolderValue: EVIL }, isText)).toBeUndefined();
  expect(fromUser({ globalValue: 'https://ours.example/', workspaceValue: EVIL }, isText)).toBe(
    'https://ours.example/',
  );
  expect(fromUser({ globalValue: { toString: () => EVIL } }, isText)).toBeUndefined();
  expect(fromUser(undefined, isText)).toBeUndefined();
});

test('the editor itself takes the settings of a sign-in from the user only', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly contributes: {
      readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope: string }>> };
    };
  };
  const settings = Object.entries(manifest.contributes.configuration.properties).filter(([key]) =>
    key.startsWith('wrapsmith.signIn.'),
  );
  expect(settings.map(([key, { scope }]) => `${key} ${scope}`)).toEqual([
    'wrapsmith.signIn.gateway application',
    'wrapsmith.signIn.redirectPort application',
  ]);
});
