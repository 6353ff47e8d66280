import { formatResultJson, formatResultMarkdown, formatResultText } from '#core/deploy/index.ts';
import type { ApplyResult } from '#core/deploy/model.ts';
import { colourLines } from './colourLines.ts';
import type { Style } from './style.ts';

/** What came of a push or an undo. */
export const RESULT_FORMATS = {
  text: (result: ApplyResult, style: Style) => colourLines(formatResultText(result), style),
  json: formatResultJson,
  markdown: formatResultMarkdown,
};
