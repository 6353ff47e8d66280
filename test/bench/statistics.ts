/** The sample below which this part of the samples is, by nearest rank: always one that was measured. */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const sample = sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)];
  if (sample === undefined) throw new Error('Nothing was measured.');
  return sample;
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);
