import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli } from '../support/cli.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { readXml } from '../support/xmlReader.ts';

const clean = 'kind: WrapUpCatalog\ncodes:\n  - name: Resolved\n';
const twice = 'kind: WrapUpCatalog\ncodes:\n  - name: Resolved\n  - name: Resolved\n';
/** Valid until the end of 2020: information, at any time since. */
const expired = 'kind: WrapUpCatalog\ncodes:\n  - name: Old\n    validThrough: 2020-12-31T23:59:59Z\n';

describe('validate', () => {
  it('is silent on stdout and ends with 0 where nothing is wrong', async () => {
    const cwd = tempFolder({ 'a.wrapup.yaml': clean });
    expect(await cli(['validate'], { cwd })).toEqual({ code: 0, stdout: '', stderr: 'No problems in 1 file.\n' });
    expect(await cli(['validate', '--quiet'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('prints problems as a compiler does and ends with 1', async () => {
    const cwd = tempFolder({ 'team/a.wrapup.yaml': twice, 'b.wrapup.yaml': clean });
    const { code, stdout, stderr } = await cli(['validate'], { cwd });
    expect(code).toBe(1);
    expect(stdout.split('\n').slice(0, 4)).toEqual([
      expect.stringMatching(/^team\/a\.wrapup\.yaml:3:11 error .+ \[duplicate-name\]$/),
      '  3 |   - name: Resolved',
      '    |           ^^^^^^^^',
      expect.stringMatching(/^ {2}team\/a\.wrapup\.yaml:4:11 /),
    ]);
    expect(stderr).toBe('2 errors in 2 files.\n');
  });

  it('checks queries by the codes of the project, and says nothing of codes while a catalog is broken', async () => {
    const files = {
      'genesys.yaml': 'kind: GenesysProject\n',
      'a.wrapup.yaml':
        'kind: WrapUpCatalog\ncategories: { support: [] }\ncodes: [{ name: Resolved, category: support }]\n',
      'a.query.yaml': 'kind: ConversationDetails\ninterval: last 7 days\nwhere: { wrapUpCode: { category: suport } }\n',
    };
    const known = await cli(['validate', 'a.query.yaml'], { cwd: tempFolder(files) });
    expect(known.code).toBe(1);
    expect(known.stdout).toMatch(/^a\.query\.yaml:3:\d+ \w+ .*suport/);
    const broken = tempFolder({ ...files, 'b.wrapup.yaml': 'kind: WrapUpCatalog\ncodes: 7\n' });
    expect(await cli(['validate', 'a.query.yaml'], { cwd: broken })).toMatchObject({ code: 0, stdout: '' });
  });

  it('shows information, and does not fail for it', async () => {
    const cwd = tempFolder({ 'a.wrapup.yaml': expired });
    const { code, stdout } = await cli(['validate'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('information');
  });

  it('reads a byte order mark, Windows line ends and links to files as the plain file', async () => {
    const windows = `\ufeff${twice.replaceAll('\n', '\r\n')}`;
    const cwd = tempFolder({ 'plain/a.wrapup.yaml': twice, 'windows/a.wrapup.yaml': windows, 'real.txt': twice });
    mkdirSync(join(cwd, 'linked'));
    symlinkSync(join(cwd, 'real.txt'), join(cwd, 'linked/a.wrapup.yaml'));
    const [plain, ...others] = await Promise.all(
      ['plain', 'windows', 'linked'].map(async (folder) => {
        const { stdout } = await cli(['validate', '--format', 'json', folder], { cwd });
        return (JSON.parse(stdout) as { code: string; range: unknown }[]).map(({ code, range }) => ({ code, range }));
      }),
    );
    expect(plain).toHaveLength(2);
    for (const other of others) expect(other).toEqual(plain);
  });

  it('says that a link leads nowhere, and that genesys.yaml is spelled in two ways', async () => {
    const dead = tempFolder({ 'a.wrapup.yaml': clean });
    symlinkSync(join(dead, 'nowhere'), join(dead, 'b.wrapup.yaml'));
    expect(await cli(['validate'], { cwd: dead })).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('error: b.wrapup.yaml: There is no such file or folder.\n') as unknown,
    });
    const project = 'kind: GenesysProject\n';
    const cwd = tempFolder({ 'genesys.yaml': project, 'genesys.yml': project, 'a.wrapup.yaml': clean });
    expect(await cli(['validate', 'a.wrapup.yaml'], { cwd })).toMatchObject({
      code: 3,
      stderr: expect.stringContaining(
        'error: There are both genesys.yaml and genesys.yml. Keep one of them.\n',
      ) as unknown,
    });
  });

  it('ends with 130 when it is interrupted', async () => {
    const cwd = tempFolder({ 'a.wrapup.yaml': clean });
    const signal = AbortSignal.abort(new Error('Interrupted.'));
    expect(await cli(['validate'], { cwd, signal })).toEqual({ code: 130, stdout: '', stderr: 'Interrupted.\n' });
  });

  it('takes files and folders, each file once', async () => {
    const cwd = tempFolder({ 'a/x.wrapup.yaml': twice, 'b/y.wrapup.yaml': twice });
    const { stdout } = await cli(['validate', '--format', 'json', 'a', 'a/x.wrapup.yaml', '.'], { cwd });
    const files = (JSON.parse(stdout) as { file: string }[]).map(({ file }) => file);
    expect(files).toEqual(['a/x.wrapup.yaml', 'a/x.wrapup.yaml', 'b/y.wrapup.yaml', 'b/y.wrapup.yaml']);
  });

  it('uses the genesys.yaml above and the queues of the catalogs beside, given or not', async () => {
    const cwd = tempFolder({
      'genesys.yaml': 'kind: GenesysProject\npolicy: { require: [category] }\n',
      'queues.wrapup.yaml': 'kind: WrapUpCatalog\nqueues:\n  Billing:\ncodes: []\n',
      'deep/a.wrapup.yaml': 'kind: WrapUpCatalog\ncodes:\n  - name: Resolved\n    queues: [Billing, Nowhere]\n',
    });
    const { stdout } = await cli(['validate', '--format', 'json', 'deep'], { cwd });
    const found = JSON.parse(stdout) as { code: string; message: string }[];
    expect(found.map(({ code }) => code).sort()).toEqual(['policy-missing-field', 'undeclared-queue']);
    expect(found.find(({ code }) => code === 'undeclared-queue')?.message).toContain('Nowhere');
  });

  it('gives every format for the same problems', async () => {
    const cwd = tempFolder({ 'a.wrapup.yaml': twice });
    const run = async (format: string): Promise<string> =>
      (await cli(['validate', '--format', format], { cwd })).stdout;
    expect(JSON.parse(await run('json'))).toHaveLength(2);
    expect(JSON.parse(await run('sarif'))).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'duplicate-name' }, {}] }],
    });
    expect(readXml(await run('junit')).attributes['failures']).toBe('2');
    expect((await run('github')).match(/^::error file=a\.wrapup\.yaml,line=\d/gm)).toHaveLength(2);
  });

  it('gives valid documents when there is nothing to say', async () => {
    const cwd = tempFolder({ 'a.wrapup.yaml': clean });
    expect(JSON.parse((await cli(['validate', '--format', 'json'], { cwd })).stdout)).toEqual([]);
    expect(JSON.parse((await cli(['validate', '--format', 'sarif'], { cwd })).stdout)).toMatchObject({
      runs: [{ results: [] }],
    });
    expect(readXml((await cli(['validate', '--format', 'junit'], { cwd })).stdout).attributes).toMatchObject({
      tests: '1',
      failures: '0',
    });
  });

  it('ends with 3 for a file that cannot be read, and still checks the others', async () => {
    const cwd = tempFolder({ 'a.wrapup.yaml': twice, 'b.wrapup.yaml': '' });
    const { writeFileSync } = await import('node:fs');
    writeFileSync(`${cwd}/b.wrapup.yaml`, Uint8Array.of(0xff, 0x00, 0xff));
    const { code, stdout, stderr } = await cli(['validate'], { cwd });
    expect(code).toBe(3);
    expect(stdout).toContain('duplicate-name');
    expect(stderr).toContain('error: b.wrapup.yaml: The file is not UTF-8 text. Save it as UTF-8.\n');
  });

  it('says so where there is nothing of ours', async () => {
    const cwd = tempFolder({ 'compose.yaml': 'services: {}\n' });
    const { code, stderr } = await cli(['validate'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^No files to check/);
  });

  it.each([
    ['a terminal', true, {}, [], true],
    ['a pipe', false, {}, [], false],
    ['NO_COLOR', true, { NO_COLOR: '1' }, [], false],
    ['--no-color', true, {}, ['--no-color'], false],
    ['a dumb terminal', true, { TERM: 'dumb' }, [], false],
  ])('colours for %s: %s', async (_, isTTY, env, options, coloured) => {
    const cwd = tempFolder({ 'a.wrapup.yaml': twice });
    const { stdout } = await cli(['validate', ...options], { cwd, env, isTTY });
    expect(stdout.includes('\u001b[')).toBe(coloured);
  });

  it('prints a hostile file without obeying it', async () => {
    const cwd = tempFolder({ 'a.wrapup.yaml': 'kind: WrapUpCatalog\ncodes:\n  - name: "x\u202e"\n    \u001b[2J: 1\n' });
    const { stdout } = await cli(['validate'], { cwd });
    for (const hostile of ['\u001b', '\u202e']) expect(stdout).not.toContain(hostile);
  });
});
