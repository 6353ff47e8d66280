import { errorCode } from './fsError.ts';

/** What was read, or `otherwise` where there is no such file or folder. */
export async function unlessGone<T, U>(read: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await read;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return otherwise;
    throw error;
  }
}
