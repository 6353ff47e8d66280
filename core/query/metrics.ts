/** Names of metrics say what they measure: `t…` a time in milliseconds, `n…` a count, `o…` another number. */
export const isTime = (metric: string): boolean => /^t[A-Z]/.test(metric);
export const isCount = (metric: string): boolean => /^n[A-Z]/.test(metric);
