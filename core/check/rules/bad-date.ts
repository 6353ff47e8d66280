import { parseInstant } from '../../contract/instant.ts';
import { replaceText } from '../../text/edit.ts';
import { isText } from '../../text/walk.ts';
import { field, type CodeEntry } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';

const fields = ['validFrom', 'validThrough'] as const;

/** A validity date that is no date, or that leaves out the time or the zone. */
export const badDate: Rule = { code: 'bad-date', severity: 'error', codesWith: fields, inCode: look };

function look(entry: CodeEntry): readonly Finding[] {
  return fields.flatMap((key): Finding[] => {
    const node = field(entry, key);
    if (node?.kind !== 'scalar' || node.value === null) return [];
    const text = isText(node) ? node.value : node.source;
    if (isText(node) && parseInstant(text) !== undefined) return [];
    const meant = meaning(text, key);
    const message = written.test(text)
      ? `There is no such moment as \`${text}\`. Look at its day and its time.`
      : `\`${key}\` needs a date, a time and a zone, as in \`2026-01-01T00:00:00Z\`.`;
    const edits = meant === undefined || node.alias === true ? undefined : [replaceText(node, meant)];
    return [{ span: node.span, message, fixes: fixIf(`Change to \`${meant}\``, edits, true) }];
  });
}

/** In form, whatever the figures say. */
const written = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A day alone begins or ends with it, in UTC; a moment without zone is taken as UTC. */
function meaning(value: string, key: 'validFrom' | 'validThrough'): string | undefined {
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
  return parseInstant(text) === undefined ? undefined : text;
}
