export type { Draft, Excerpt, Item, Layout, LiveText, TextChange, Touched } from './model.ts';
export { openText } from './openText.ts';
