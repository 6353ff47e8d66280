import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commandIds } from '#client/commands/ids.ts';

interface Manifest {
  readonly main: string;
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly languages: readonly {
      id: string;
      configuration: string;
      filenamePatterns: readonly string[];
      filenames: readonly string[];
    }[];
    readonly grammars: readonly { language: string; scopeName: string; path: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
    readonly configurationDefaults: Readonly<Record<string, unknown>>;
    readonly authentication: readonly { id: string }[];
    readonly commands: readonly Readonly<Record<string, string>>[];
    readonly menus: Readonly<Record<string, readonly { command: string; when?: string; group?: string }[]>>;
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        id: string;
        description: string;
        media: { markdown: string };
        completionEvents: readonly string[];
      }[];
    }[];
  };
}

const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const { contributes } = manifest;
const contributed = contributes.commands.map(({ command }) => command ?? '');
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

describe('the manifest', () => {
  test('names files that exist', () => {
    const files = [
      manifest.icon,
      ...contributes.languages.map(({ configuration }) => configuration),
      ...contributes.grammars.map(({ path }) => path),
      ...steps.map(({ media }) => media.markdown),
    ];
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  test('contributes exactly the commands that are registered', () => {
    expect([...contributed].sort()).toEqual([...commandIds].sort());
  });

  test('gives every command a category, an icon and no key that the editor does not read', () => {
    for (const command of contributes.commands) {
      expect(command['category'], command['command']).toBe('Wrapsmith');
      expect(command['icon'], command['command']).toMatch(/^\$\([a-z-]+\)$/);
      expect(command['title'], command['command']).not.toContain('Wrapsmith');
      const unread = Object.keys(command).filter(
        (key) => !['command', 'category', 'title', 'shortTitle', 'icon', 'enablement'].includes(key),
      );
      expect(unread, command['command']).toEqual([]);
    }
  });

  test('puts only its own commands into menus and the walkthrough', () => {
    const inMenus = Object.values(contributes.menus)
      .flat()
      .map(({ command }) => command);
    const inSteps = steps.flatMap(({ description }) =>
      [...description.matchAll(/command:([\w.]+)/g)].map(([, command]) => command ?? ''),
    );
    const others = [...inMenus, ...inSteps].filter((command) => !contributed.includes(command));
    expect(others).toEqual(['workbench.actions.view.problems']);
  });

  test('completes each step of the walkthrough by the command that the step offers', () => {
    for (const { id, description, completionEvents } of steps) {
      for (const event of completionEvents) expect(description, id).toContain(event.replace('onCommand:', 'command:'));
    }
  });

  test('gives every setting a scope, a default and a description', () => {
    for (const [key, setting] of Object.entries(contributes.configuration.properties)) {
      expect(key).toMatch(/^wrapsmith\./);
      expect(setting['scope'], key).toMatch(
        /^(application|machine|machine-overridable|window|resource|language-overridable)$/,
      );
      expect(setting, key).toHaveProperty('default');
      expect(setting['markdownDescription'], key).toMatch(/\.$/);
      const values = setting['enum'];
      if (Array.isArray(values)) expect(setting['enumDescriptions'], key).toHaveLength(values.length);
    }
  });

  test('restricts only settings that exist', () => {
    const keys = Object.keys(contributes.configuration.properties);
    expect(
      manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.filter((key) => !keys.includes(key)),
    ).toEqual([]);
  });

  test('uses only context keys of ours that are set somewhere', () => {
    const clauses = [
      ...contributes.commands.map(({ enablement }) => enablement ?? ''),
      ...Object.values(contributes.menus)
        .flat()
        .map(({ when }) => when ?? ''),
    ];
    // The id of a view is none of them.
    const used = new Set(clauses.flatMap((clause) => clause.match(/(?<!')wrapsmith\.\w+/g) ?? []));
    const declared = readFileSync('client/ui/contextKeys.ts', 'utf8').match(/wrapsmith\.\w+/g);
    expect([...used].sort()).toEqual([...new Set(declared)].sort());
  });

  test('leaves the activation to the language, the commands and the accounts', () => {
    expect(manifest.activationEvents).toEqual([]);
  });

  test('has one language, with a configuration, so that opening a file of ours is an activation event', () => {
    expect(contributes.languages.map(({ id }) => id)).toEqual(['wrapsmith']);
    expect(contributes.grammars[0]).toMatchObject({ language: 'wrapsmith', scopeName: 'source.wrapsmith' });
    expect(contributes.configurationDefaults).toHaveProperty(['[wrapsmith]']);
    expect(contributes.authentication).toMatchObject([{ id: 'wrapsmith' }]);
  });
});

describe('the language configuration', () => {
  interface LanguageConfiguration {
    readonly wordPattern: string;
    readonly indentationRules: { readonly increaseIndentPattern: string; readonly decreaseIndentPattern: string };
    readonly onEnterRules: readonly {
      readonly beforeText: string;
      readonly action: { readonly appendText?: string };
    }[];
  }
  const configuration: LanguageConfiguration = JSON.parse(
    readFileSync(contributes.languages[0]?.configuration ?? '', 'utf8'),
  );
  const appended = (line: string): string | undefined =>
    configuration.onEnterRules.find(({ beforeText }) => new RegExp(beforeText).test(line))?.action.appendText;

  test('goes on under the first key of a list item', () => {
    expect(appended('  - name: Refund')).toBe('  ');
    expect(appended('  - queues:')).toBe('    ');
    expect(appended('  - Support Voice')).toBeUndefined();
    expect(appended('  - { when: { nps: 1 } }')).toBeUndefined();
    expect(appended('    name: Refund')).toBeUndefined();
  });

  test('goes in after a key without a value', () => {
    const increase = new RegExp(configuration.indentationRules.increaseIndentPattern);
    expect(increase.test('codes:')).toBe(true);
    expect(increase.test('  queues: # ours')).toBe(true);
    expect(increase.test('  name: Refund')).toBe(false);
    expect(increase.test('# codes:')).toBe(false);
  });

  test('has a word pattern that stops at what YAML means', () => {
    expect('queues: [Support, Billing]'.match(new RegExp(configuration.wordPattern, 'g'))).toEqual([
      'queues',
      'Support',
      'Billing',
    ]);
  });
});
