import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTextFile } from '#host/files.ts';
import { findFiles } from '#host/findFiles.ts';
import { filesOfProject, projectFor, rivalOf } from '#host/project.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wrapsmith-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function put(path: string, content: string | Uint8Array = ''): Promise<string> {
  const file = join(folder, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, content);
  return file;
}

describe('finding files', () => {
  it('gives what is ours, sorted, and enters neither node_modules nor hidden folders nor a loop of links', async () => {
    const wanted = [await put('a/one.wrapup.yaml'), await put('b/TWO.WRAPUP.YML')];
    await put('a/other.yaml');
    await put('node_modules/x/three.wrapup.yaml');
    await put('a/node_modules/x/three.wrapup.yaml');
    await put('.git/four.wrapup.yaml');
    await symlink(folder, join(folder, 'loop'));
    expect(await findFiles(folder, (path) => /\.wrapup\.ya?ml$/i.test(path))).toEqual(wanted);
  });

  it('takes a link to a file for the file, each file once, and keeps a dead link to say so', async () => {
    const real = await put('a/one.wrapup.yaml');
    const elsewhere = await put('texts/two.txt');
    const [first, second, same, dead] = ['b.wrapup.yaml', 'c.wrapup.yaml', 'd.wrapup.yaml', 'e.wrapup.yaml'].map(
      (name) => join(folder, name),
    );
    if (!first || !second || !same || !dead) throw new Error('No names.');
    await symlink(elsewhere, first);
    await symlink(elsewhere, second);
    await symlink(real, same);
    await symlink(join(folder, 'nowhere'), dead);
    expect(await findFiles(folder, (path) => path.endsWith('.wrapup.yaml'))).toEqual([real, first, dead]);
  });

  it('takes folder names literally', async () => {
    const file = await put('a [1]/{b}/one.wrapup.yaml');
    expect(await findFiles(join(folder, 'a [1]/{b}'), () => true)).toEqual([file]);
  });
});

describe('reading a file', () => {
  it('drops the byte order mark and keeps line ends', async () => {
    const file = await put('a.yaml', '\ufeffkind: x\r\n');
    expect(await readTextFile(file)).toEqual({ kind: 'text', text: 'kind: x\r\n' });
  });

  it.each([
    ['text that is not UTF-8', Uint8Array.of(0x6b, 0xe9), 'The file is not UTF-8 text. Save it as UTF-8.'],
    [
      'a file that is too large',
      'x'.repeat(2 * 1024 * 1024),
      'The file has 2 MB; at most 1 MB are read. Split it into several files.',
    ],
  ])('says what to do with %s', async (_, content, reason) => {
    expect(await readTextFile(await put('a.yaml', content), 1024 * 1024)).toEqual({ kind: 'unreadable', reason });
  });

  it('says that a file is missing or a folder', async () => {
    expect(await readTextFile(join(folder, 'none.yaml'))).toEqual({
      kind: 'unreadable',
      reason: 'There is no such file or folder.',
    });
    expect(await readTextFile(folder)).toEqual({ kind: 'unreadable', reason: 'It is a folder, not a file.' });
  });
});

it('a pipe is not waited for', async () => {
  const pipe = join(folder, 'pipe.wrapup.yaml');
  execFileSync('mkfifo', [pipe]);
  expect(await readTextFile(pipe)).toEqual({ kind: 'unreadable', reason: 'It is a device or a pipe, not a file.' });
});

describe('the project of a file', () => {
  it('is the nearest genesys.yaml upwards, also for a file that is not saved yet', async () => {
    const outer = await put('genesys.yaml');
    const inner = await put('team/genesys.yml');
    expect(await projectFor(join(folder, 'team/deep/new.wrapup.yaml'))).toBe(inner);
    expect(await projectFor(join(folder, 'other/new.wrapup.yaml'))).toBe(outer);
    expect(await projectFor(folder)).toBe(outer);
    expect(await projectFor(outer)).toBe(outer);
  });

  it('is not looked for outside the repository, whether .git is a folder or a file', async () => {
    await put('genesys.yaml');
    await put('clone/.git/HEAD');
    await put('worktree/.git');
    const own = await put('own/genesys.yaml');
    await put('own/.git');
    expect(await projectFor(await put('clone/a/b.wrapup.yaml'))).toBeUndefined();
    expect(await projectFor(await put('worktree/a/b.wrapup.yaml'))).toBeUndefined();
    expect(await projectFor(await put('own/a/b.wrapup.yaml'))).toBe(own);
  });

  it('is in doubt where it is spelled in both ways', async () => {
    const yaml = await put('genesys.yaml');
    expect(await rivalOf(yaml)).toBeUndefined();
    const yml = await put('genesys.yml');
    expect(await rivalOf(yaml)).toBe(yml);
    expect(await rivalOf(yml)).toBe(yaml);
  });

  it('has the files that no nearer project governs', async () => {
    const project = await put('genesys.yaml');
    const mine = await put('a/one.wrapup.yaml');
    await put('team/genesys.yaml');
    await put('team/two.wrapup.yaml');
    expect(await filesOfProject(project, (path) => path.endsWith('.wrapup.yaml'))).toEqual([mine]);
  });
});
