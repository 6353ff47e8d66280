/** Sends what nobody waits for. A connection that is gone has nobody who reads it. */
export async function trySend(send: () => unknown): Promise<void> {
  try {
    await send();
  } catch {
    // Nothing is left to tell it to.
  }
}
