export { isoUtc } from './calendar.ts';
export { valueText } from './cellText.ts';
export { type DisplayOptions, shownCell, type ShownCell, shownTitle } from './shownCell.ts';
export { offsetMinutes } from './zoneOffset.ts';
