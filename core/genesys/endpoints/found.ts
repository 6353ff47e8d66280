/** Reading one thing by its id, which may not be there. */
import { GenesysError } from '../error.ts';

/** What `reading` gives; undefined where the org answers 404. Every other failure is thrown on. */
export async function unlessNotFound<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof GenesysError && error.failure.kind === 'notFound') return undefined;
    throw error;
  }
}
