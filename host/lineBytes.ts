import type { FileHandle } from 'node:fs/promises';

const LINE_FEED = 10;
const BLOCK = 64 * 1024;

/**
 * The lines of a file from an offset on, ended by line feeds and nothing else. What stands behind the last line feed
 * comes last, with `isWhole` false.
 */
export async function* linesFrom(
  file: FileHandle,
  start: number,
): AsyncGenerator<{ readonly text: string; readonly isWhole: boolean }> {
  let rest = Buffer.alloc(0);
  for (let offset = start; ; ) {
    const block = Buffer.alloc(BLOCK);
    const { bytesRead } = await file.read(block, 0, BLOCK, offset);
    if (bytesRead === 0) break;
    offset += bytesRead;
    let bytes = Buffer.concat([rest, block.subarray(0, bytesRead)]);
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED)) {
      yield { text: bytes.toString('utf8', 0, end), isWhole: true };
      bytes = bytes.subarray(end + 1);
    }
    rest = bytes;
  }
  if (rest.length > 0) yield { text: rest.toString('utf8'), isWhole: false };
}

/** How a file of lines ends. */
export interface FileEnd {
  /** The last whole line, without its line feed; absent where there is none. */
  readonly line?: string;
  /** Where the last whole line ends, its line feed included. */
  readonly end: number;
  /** What stands behind it. */
  readonly rest: Buffer;
}

/** Reads from the end on, and no more than it needs. */
export async function endOf(file: FileHandle): Promise<FileEnd> {
  const { size } = await file.stat();
  let bytes = Buffer.alloc(0);
  for (let start = size; start > 0; ) {
    const length = Math.min(BLOCK, start);
    start -= length;
    const block = Buffer.alloc(length);
    await file.read(block, 0, length, start);
    bytes = Buffer.concat([block, bytes]);
    const last = bytes.lastIndexOf(LINE_FEED);
    const before = last > 0 ? bytes.lastIndexOf(LINE_FEED, last - 1) : -1;
    if (before >= 0 || (start === 0 && last >= 0)) {
      return { line: bytes.toString('utf8', before + 1, last), end: start + last + 1, rest: bytes.subarray(last + 1) };
    }
  }
  return { end: 0, rest: bytes };
}
