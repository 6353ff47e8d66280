import { open, stat } from 'node:fs/promises';
import { describeFsError } from './fsError.ts';

export { findFiles } from './findFiles.ts';

/** Ten thousand codes are about 2.5 MB; a larger file is hardly a catalog. */
export const LARGEST_FILE = 16 * 1024 * 1024;

export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  /** `reason` is a sentence for the user, without the path. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Reads a file as UTF-8, without its byte order mark. Never throws. */
export async function readTextFile(path: string, largest: number = LARGEST_FILE): Promise<FileText> {
  try {
    // Opening a pipe waits until somebody writes into it, which nothing could interrupt.
    const kind = await stat(path);
    if (!kind.isFile() && !kind.isDirectory()) return unreadable('It is a device or a pipe, not a file.');
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > largest)
        return unreadable(
          `The file has ${mebibytes(size)} MB; at most ${mebibytes(largest)} MB are read. Split it into several files.`,
        );
      return decode(await file.readFile());
    } finally {
      await file.close();
    }
  } catch (error) {
    return unreadable(describeFsError(error));
  }
}

function decode(bytes: Uint8Array): FileText {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return unreadable('The file is not UTF-8 text. Save it as UTF-8.');
  }
}

function unreadable(reason: string): FileText {
  return { kind: 'unreadable', reason };
}

function mebibytes(bytes: number): number {
  return Math.round((bytes / 1024 / 1024) * 10) / 10;
}
