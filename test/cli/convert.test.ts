import { describe, expect, it } from 'vitest';
import { cli } from '../support/cli.ts';
import { tempFolder } from '../support/tempFolder.ts';

const BODY = JSON.stringify({
  interval: '2026-11-01T00:00:00Z/2026-11-08T00:00:00Z',
  groupBy: ['queueId'],
  metrics: ['nOffered', 'tHandle'],
});

describe('what was pasted', () => {
  it.each([
    ['a file', ['convert', 'body.json'], {}],
    ['the standard input', ['convert'], { stdin: async () => BODY }],
    ['the standard input by its sign', ['convert', '-'], { stdin: async () => BODY }],
  ])('from %s is a query file that validates', async (_, argv, world) => {
    const { code, stdout } = await cli(argv, { cwd: tempFolder({ 'body.json': BODY }), ...world });
    expect(code).toBe(0);
    expect(stdout).toContain('kind: ConversationAggregates\n');
    const checked = await cli(['validate'], { cwd: tempFolder({ 'a.query.yaml': stdout }) });
    expect(checked).toMatchObject({ code: 0, stdout: '' });
  });

  it('is said to be changed on stderr, unless nobody wants to know', async () => {
    const stdin = async () => BODY.replace('nOffered', 'offered_count');
    const { code, stdout, stderr } = await cli(['convert'], { stdin });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^note: /);
    const quiet = await cli(['convert', '--quiet'], { stdin });
    expect(quiet).toEqual({ code: 0, stdout, stderr: '' });
  });

  it('but is no query ends with 1, and a file that is not there with 3', async () => {
    const nothing = await cli(['convert'], { stdin: async () => 'Dear Sir or Madam' });
    expect(nothing).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^error: /) as unknown });
    expect(await cli(['convert', 'no.json'], { cwd: tempFolder() })).toEqual({
      code: 3,
      stdout: '',
      stderr: 'error: no.json: There is no such file or folder.\n',
    });
  });
});
