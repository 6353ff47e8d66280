interface Numbers extends ArrayLike<number> {
  set(from: ArrayLike<number>): void;
}

const LEAST = 1024;

/** The same array, or a longer copy where it has no place for `length` numbers. */
export function roomFor<T extends Numbers>(array: T, length: number, make: new (length: number) => T): T {
  if (length <= array.length) return array;
  const longer = new make(Math.max(length, array.length * 2, LEAST));
  longer.set(array);
  return longer;
}
