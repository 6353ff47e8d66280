import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { streamFile } from '#host/streamFile.ts';
import { tempFolder } from '../support/tempFolder.ts';

describe('streamFile', () => {
  it('writes all pieces, and nothing else is left in the folder', async () => {
    const folder = tempFolder();
    await streamFile(join(folder, 'a.csv'), ['één\n', 'twee\n']);
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('één\ntwee\n');
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it('keeps the old file when a piece cannot be made', async () => {
    const folder = tempFolder();
    const path = join(folder, 'a.csv');
    writeFileSync(path, 'old');
    const pieces = function* (): Iterable<string> {
      yield 'new';
      throw new Error('no more');
    };
    await expect(streamFile(path, pieces())).rejects.toThrow('no more');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it('stops when it is cancelled, and leaves nothing behind', async () => {
    const folder = tempFolder();
    const path = join(folder, 'a.csv');
    const controller = new AbortController();
    const pieces = function* (): Iterable<string> {
      yield 'one';
      controller.abort(new Error('cancelled'));
      yield 'two';
    };
    await expect(streamFile(path, pieces(), controller.signal)).rejects.toThrow('cancelled');
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });
});
