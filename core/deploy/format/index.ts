/** Plans and results as text, JSON and Markdown. */
export { formatPlanJson, formatResultJson, planJson, resultJson } from './json.ts';
export { formatPlanMarkdown, formatResultMarkdown } from './markdown.ts';
export { formatPlanText, formatResultText } from './text.ts';
export { countOutcomes, isComplete, resultVerdict, verdict } from './words.ts';
