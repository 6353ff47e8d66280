/** Takes rows from an engine to the reader, in order and not more than asked for, and tells how far it is. */
import type { Row, RunParts, RunProgress } from '../model.ts';

export interface Delivery {
  /** False when `output.maxRows` was passed: then no more is wanted. */
  give(rows: readonly Row[]): Promise<boolean>;
  /** What was read with this page; `total` as the org counts. */
  page(read: number, total?: number): void;
  /** Seconds left of a rate limit, at its end 0. */
  wait(seconds: number): void;
  readonly progress: RunProgress;
}

export function createDelivery({ query, onRows, onProgress }: RunParts): Delivery {
  const most = query.output.maxRows ?? Number.POSITIVE_INFINITY;
  let progress: RunProgress = { rows: 0, read: 0, pages: 0 };
  const tell = (): void => onProgress?.(progress);
  return {
    async give(rows) {
      const wanted = rows.slice(0, most - progress.rows);
      if (wanted.length > 0) await onRows(wanted);
      progress = { ...progress, rows: progress.rows + wanted.length };
      tell();
      return wanted.length === rows.length;
    },
    page(read, total) {
      progress = { ...progress, read, pages: progress.pages + 1, ...(total !== undefined && { total }) };
    },
    wait(seconds) {
      onProgress?.(seconds > 0 ? { ...progress, waitSeconds: seconds } : progress);
    },
    get progress() {
      return progress;
    },
  };
}
