import { replaceText } from '../../text/edit.ts';
import { isText, type TextNode } from '../../text/walk.ts';
import { field, type CodeEntry } from '../entry.ts';
import { momentOf } from '../moment.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

/** A validity date that is no date, or that leaves out the time or the zone. */
export const badDate: Rule = { code: 'bad-date', severity: 'error', inCode: look };

function look(entry: CodeEntry): readonly Finding[] {
  const wrong = new Set(entry.issues.flatMap(({ keyword, path }) => (keyword === 'format' ? [path.at(-1)] : [])));
  return (['validFrom', 'validThrough'] as const).flatMap((key): Finding[] => {
    const node = field(entry, key);
    if (!isText(node) || (momentOf(node.value) !== undefined && !wrong.has(key))) return [];
    const meant = meaning(node, key);
    return [
      {
        span: node.span,
        message: `\`${key}\` needs a date, a time and a zone, as in \`2026-01-01T00:00:00Z\`.`,
        fixes: meant === undefined ? [] : fixIf(`Change to \`${meant}\``, [replaceText(node, meant)], true),
      },
    ];
  });
}

/** A day alone begins or ends with it, in UTC; a moment without zone is taken as UTC. */
function meaning({ value }: TextNode, key: 'validFrom' | 'validThrough'): string | undefined {
  const [, date, hour, minute, second, zone] =
    /^\s*(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(Z|[+-]\d{2}:?\d{2})?)?\s*$/i.exec(
      value,
    ) ?? [];
  if (date === undefined) return undefined;
  const day = date
    .split(/[-/.]/)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  const time =
    hour === undefined
      ? key === 'validFrom'
        ? '00:00:00'
        : '23:59:59'
      : `${hour.padStart(2, '0')}:${minute}:${second ?? '00'}`;
  const text = `${day}T${time}${(zone ?? 'Z').toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`;
  return momentOf(text) === undefined ? undefined : text;
}
