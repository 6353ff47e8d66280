import type { ApplyProgress } from '#core/deploy/model.ts';

/** `12/40, waiting 41 s (rate limit)`: what a progress notification says. */
export function progressText({ done, total, current, waitSeconds }: ApplyProgress): string {
  const position = `${done}/${total}`;
  if (waitSeconds !== undefined && waitSeconds > 0) return `${position}, waiting ${waitSeconds} s (rate limit)`;
  return current === '' ? position : `${position} ${current}`;
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
