import { describe, expect, it } from 'vitest';
import { cli } from '../support/cli.ts';

const COMMANDS = ['validate', 'plan', 'push', 'query', 'convert', 'sandbox', 'audit', 'events', 'lsp'];

describe('help', () => {
  it('lists every command and ends with 0', async () => {
    const { code, stdout, stderr } = await cli(['--help']);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
    expect(stderr).toBe('');
  });

  it.each(COMMANDS)('of %s has an example that starts with the command', async (command) => {
    const { code, stdout } = await cli([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`\\nExample:\\n  \\$ wrapsmith ${command}\\b`));
  });

  it.each(COMMANDS)('of %s offers no option for a secret', async (command) => {
    const { stdout } = await cli([command, '--help']);
    expect(stdout).not.toMatch(/--[\w-]*(secret|token|password|client)/i);
  });
});

describe('usage errors end with 3, on stderr only', () => {
  it.each([
    ['an unknown command', ['deploy'], /unknown command 'deploy'/],
    ['help for an unknown command', ['help', 'deploy'], /^error: unknown command 'deploy'\n/],
    ['an unknown option', ['validate', '--strict'], /unknown option '--strict'/],
    ['an unknown format', ['validate', '--format', 'xml'], /text, json, sarif, junit, github/],
    ['two targets', ['plan', '--env', 'dev', '--sandbox', 'http://127.0.0.1:1'], /cannot be used with/],
    ['a port that is none', ['sandbox', '--port', '70000'], /from 0 to 65535/],
    ['a rate of nothing', ['sandbox', '--rate', '0'], /from 1 to/],
    ['a volume that is too large', ['sandbox', '--conversations', '5001'], /from 0 to 5000/],
    ['lsp without its transport', ['lsp'], /--stdio/],
    ['a query without a file', ['query'], /missing required argument 'file'/],
    ['a document that is none', ['query', 'a.query.yaml', '--document', '0'], /from 1/],
    ['a conversion of nothing', ['convert'], /Name a file, or send the query to the standard input/],
    ['a path that is not there', ['validate', 'no/such.wrapup.yaml'], /no\/such\.wrapup\.yaml: There is no such file/],
    ['a push that nobody can confirm', ['push', 'examples'], /give --yes/],
  ])('%s', async (_, argv, message) => {
    const { code, stdout, stderr } = await cli(argv);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('without control characters of the command line in them', async () => {
    const { stderr } = await cli(['validate', '\u001b[31mred']);
    expect(stderr).not.toContain('\u001b');
    expect(stderr).toContain('\\u{1B}[31mred');
  });
});
