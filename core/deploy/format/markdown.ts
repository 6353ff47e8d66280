/** Plan and result for a pull request's comment or an editor's preview. */
import type { ApplyResult, Change, Plan } from '../model.ts';
import { markdown, plain } from './escape.ts';
import { permissionHeading, permissionSentences } from './permissions.ts';
import { excludedWords } from './text.ts';
import { detailsOf } from './details.ts';
import { MARKS, OUTCOME_MARKS, counts, noteWord, resultVerdict, titleOf, verdict } from './words.ts';

export function formatPlanMarkdown(plan: Plan): string {
  return document([
    `## Plan for ${markdown(plan.org.name)} (${markdown(plan.environment)})`,
    verdict(plan),
    `Entries and changes: ${counts(plan)}${excludedWords(plan)}.`,
    ...permissions(plan),
    ...changeTable(plan.changes),
    ...notSelected(plan),
    ...notes(plan),
    `As of ${plan.asOf}, fingerprint \`${plan.fingerprint}\``,
  ]);
}

export function formatResultMarkdown(result: ApplyResult): string {
  const { plan } = result;
  return document([
    `## Push to ${markdown(plan.org.name)} (${markdown(plan.environment)})`,
    resultVerdict(result),
    ...(result.stopped === undefined ? [] : [`**Stopped:** ${markdown(result.stopped)}`]),
    ...table(
      ['', 'Outcome', 'Change', 'Code', 'What happened', 'Correlation id'],
      result.results.map(({ change, outcome, message, correlationId }) => [
        OUTCOME_MARKS[outcome],
        outcome,
        change.kind,
        markdown(titleOf(change)),
        markdown(message ?? ''),
        correlationId === undefined ? '' : `\`${plain(correlationId).replaceAll('`', '').replaceAll('|', '')}\``,
      ]),
    ),
    ...notSelected(plan),
    ...notes(plan),
  ]);
}

function changeTable(changes: readonly Change[]): readonly string[] {
  return table(
    ['', 'Change', 'Name', 'Why'],
    changes.map((change) => [
      `\`${MARKS[change.kind]}\``,
      change.kind,
      markdown(titleOf(change)),
      whyOf(change).map(markdown).join('<br>'),
    ]),
  );
}

/** The reason, and the details where they say more than the reason. */
function whyOf(change: Change): readonly string[] {
  const isRewritten = change.kind === 'metadata' && change.before !== undefined && change.after !== undefined;
  const saysMore = isRewritten || ['update', 'adopt', 'rename', 'delete'].includes(change.kind);
  return [change.why, ...(saysMore ? detailsOf(change) : [])];
}

function notSelected(plan: Plan): readonly string[] {
  const changes = plan.notSelected ?? [];
  return changes.length === 0 ? [] : [`### Not selected: ${changes.length}`, ...changeTable(changes)];
}

function permissions(plan: Plan): readonly string[] {
  const sentences = permissionSentences(plan);
  if (sentences.length === 0) return [];
  return [`### ${permissionHeading(sentences)}`, sentences.map((sentence) => `- ${markdown(sentence)}`).join('\n')];
}

function notes(plan: Plan): readonly string[] {
  if (plan.notes.length === 0) return [];
  const rows = plan.notes.map(({ kind, name, why }) => [noteWord(kind), markdown(name), markdown(why)]);
  return [`### Notes: ${rows.length}`, ...table(['What', 'Name', 'Why'], rows)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')];
}

const document = (blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`;
