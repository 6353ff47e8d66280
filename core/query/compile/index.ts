/** From a query of a file to the call that it means. Pure: the clock and the org's names are parameters. */
export { compileQuery } from './compileQuery.ts';
export { bodyText, curlText, gcText } from './forms.ts';
export { resolveInterval, type IntervalContext, type IntervalProblem, type IntervalResult } from './interval.ts';
export { intervalWords, type IntervalWord } from './intervalWords.ts';
export { missingWords } from './missingWords.ts';
export type * from './model.ts';
export { isTimeZone } from './localTime.ts';
export { timeZoneFor } from './timeZone.ts';
export { whereKeys, type WhereFamily, type WhereKey } from './whereKeys.ts';
