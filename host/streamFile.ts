import { replaceFile } from './replaceFile.ts';

/** As the user's other files are: the rights that the system takes off are its business. */
const ANYBODY = 0o666;

/**
 * Writes a file piece by piece, and puts it in its place when it is whole: whoever reads it sees the old one or all of
 * the new one. Rejects with the signal's reason when it is aborted, and with the file system's error; then nothing is
 * left behind.
 */
export async function streamFile(
  path: string,
  chunks: Iterable<string> | AsyncIterable<string>,
  signal?: AbortSignal,
): Promise<void> {
  await replaceFile(path, ANYBODY, async (file) => {
    for await (const chunk of chunks) {
      signal?.throwIfAborted();
      await file.write(chunk);
    }
  });
}
