const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  EACCES: 'The file system does not allow it. Check who may access it.',
  EPERM: 'The file system does not allow it. Check who may access it.',
  EISDIR: 'It is a folder, not a file.',
  ENOTDIR: 'A part of the path is a file, not a folder.',
  ELOOP: 'The path leads through a loop of links.',
  ENAMETOOLONG: 'The path is too long.',
  ENOSPC: 'The disk is full.',
  EROFS: 'The disk can only be read.',
};

/** A file system's error as a sentence without the path, which the caller names. */
export function describeFsError(error: unknown): string {
  const code = errorCode(error);
  return SENTENCES[code ?? ''] ?? `It cannot be read or written (${code ?? String(error)}).`;
}

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
