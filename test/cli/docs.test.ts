/** docs/cli.md and the program name the same commands and options, and its JSON and exit codes are what it says. */
import { readFileSync } from 'node:fs';
import type { Argument, Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { EXIT } from '#cli/io.ts';
import { createCli } from '#cli/run.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { cli, type CliWorld } from '../support/cli.ts';

const page = readFileSync('docs/cli.md', 'utf8');
const io = {} as Parameters<typeof createCli>[0];
const program = createCli(io, () => undefined);

/** The commands that do something, by their whole name: `validate`, `audit show`. */
const commands: readonly (readonly [name: string, command: Command])[] = leavesOf(program, '');

function leavesOf({ commands: own }: Command, prefix: string): readonly (readonly [string, Command])[] {
  return own.flatMap((command) => {
    const name = `${prefix}${command.name()}`;
    return command.commands.length === 0 ? [[name, command] as const] : leavesOf(command, `${name} `);
  });
}

/** The text of each `### wrapsmith <command>` section, by command. */
const sections = new Map(
  [...page.matchAll(/^### `wrapsmith ([\w-]+(?: [a-z][a-z-]*)*)([^`]*)`\n([\s\S]*?)(?=^##)/gm)].map(
    ([, name = '', usage = '', text = '']) => [name, { usage: usage.trim(), text }] as const,
  ),
);

/** Options as the first column of the tables names them. */
const optionsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^\| (`-.*?) \|/gm)]
    .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, flags = '']) => flags))
    .sort();

/** An argument as the usage line of the help has it. */
function usageOf(argument: Argument): string {
  const name = argument.variadic ? `${argument.name()}...` : argument.name();
  return argument.required ? `<${name}>` : `[${name}]`;
}

describe('docs/cli.md', () => {
  it('has a section for each command, and no other', () => {
    expect([...sections.keys()].sort()).toEqual(commands.map(([name]) => name).sort());
  });

  it.each(commands)('names the arguments and options of %s, and no others', (name, command) => {
    const { usage = '', text = '' } = sections.get(name) ?? {};
    expect(optionsIn(text)).toEqual(command.options.map(({ flags }) => flags).sort());
    const wanted = command.registeredArguments.map(usageOf).join(' ');
    expect(usage.replace('--stdio', '').trim()).toBe(wanted);
    for (const { argChoices = [] } of command.options) {
      for (const choice of argChoices) expect(text).toContain(`\`${choice}\``);
    }
  });

  it('uses no option in its examples that the command does not have', () => {
    const known = new Map(commands.map(([name, command]) => [name, command.options.map(({ long }) => long)]));
    const names = commands.map(([name]) => name).join('|');
    for (const [, name = '', rest = ''] of page.matchAll(new RegExp(`wrapsmith (${names})\\b([^\\n\`|>#]*)`, 'g'))) {
      for (const [option] of rest.matchAll(/--[\w-]+/g))
        expect(known.get(name), `wrapsmith ${name}${rest}`).toContain(option);
    }
  });

  it('names the environment variables that the help names, and the exit codes that there are', () => {
    const help = program.helpInformation();
    let after = '';
    program.configureOutput({ writeOut: (text) => void (after += text) }).outputHelp();
    for (const [variable] of `${help}${after}`.matchAll(/GENESYSCLOUD_\w+|\b[A-Z]+_PROXY\b/g))
      expect(page).toContain(`\`${variable}\``);
    const codes = [...page.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
    expect(codes).toEqual(Object.values(EXIT).sort((a, b) => a - b));
  });

  it('shows what validate prints', async () => {
    const catalog = 'kind: WrapUpCatalog\ncategories: { support: [] }\ncodes: [{ name: A,\n    category: suport }]\n';
    const world: CliWorld = { cwd: tempFolder({ 'codes.wrapup.yaml': catalog }) };
    const fence = (start: string): string =>
      new RegExp(`\`\`\`\\w+\\n(${start}[\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? 'There is no such example.';
    const json = await cli(['validate', '--format', 'json'], world);
    expect(JSON.parse(json.stdout)).toEqual(JSON.parse(fence('\\[\n')));
    const github = await cli(['validate', '--format', 'github'], world);
    const [shown = ''] = fence('::error').split('…');
    expect(github.stdout.slice(0, shown.length)).toBe(shown);
    const text = await cli(['validate'], world);
    expect(text.stdout.split('\n')[0]).toBe(fence('codes\\.wrapup\\.yaml:4').split('\n')[0]);
  });
});
