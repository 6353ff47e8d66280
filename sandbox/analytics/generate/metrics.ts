/** The metrics that sessions of the sandbox have. Each is a name of the published aggregates metrics. */
export const evaluatedMetrics = [
  'nConnected',
  'nOffered',
  'nOverSla',
  'tAcd',
  'tAcw',
  'tAlert',
  'tAnswered',
  'tConnected',
  'tHandle',
  'tHeld',
  'tHeldComplete',
  'tIvr',
  'tTalk',
  'tTalkComplete',
  'tWait',
] as const;

export type EvaluatedMetric = (typeof evaluatedMetrics)[number];
