/** How long a test waits for one condition. Passing tests take as long as the editor does, never this long. */
const LIMIT_MS = 20_000;

/**
 * Waits until something is so; goes on at once when it is.
 * @param what completes "Waited for …"; the last answer is added
 */
export async function until<T>(what: string, ask: () => T | Promise<T>, isSo: (answer: T) => boolean): Promise<T> {
  let answer = await ask();
  for (const end = Date.now() + LIMIT_MS; !isSo(answer); answer = await ask()) {
    if (Date.now() > end) throw new Error(`Waited for ${what} for ${LIMIT_MS / 1000} s. Last: ${show(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  return answer;
}

function show(value: unknown): string {
  return JSON.stringify(value, undefined, 2) ?? String(value);
}
