import type { ApplyProgress } from '#core/deploy/model.ts';

/** `12/40, waiting 41 s (rate limit)`: what a progress notification says. */
export function progressText({ done, total, current, waitSeconds }: ApplyProgress): string {
  // Nothing is counted yet while the org is read again.
  if (total === 0) return readingText(current, waitSeconds);
  const position = `${done}/${total}`;
  if (waitSeconds !== undefined && waitSeconds > 0) return `${position}, waiting ${waitSeconds} s (rate limit)`;
  return current === '' ? position : `${position} ${current}`;
}

/** `Reading the queues`, and the seconds while a rate limit is waited out. */
export function readingText(step: string, waitSeconds: number | undefined): string {
  return waitSeconds === undefined || waitSeconds === 0 ? step : `${step}, waiting ${waitSeconds} s (rate limit)`;
}

/** How far the bar moves for this report: `withProgress` wants steps, not positions. */
export function progressSteps(): (progress: ApplyProgress) => { readonly message: string; readonly increment: number } {
  let shown = 0;
  return (progress) => {
    const percent = progress.total === 0 ? 0 : (progress.done / progress.total) * 100;
    const increment = Math.max(0, percent - shown);
    shown = Math.max(shown, percent);
    return { message: progressText(progress), increment };
  };
}
