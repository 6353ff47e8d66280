/** Plan and result for a pull request's comment or an editor's preview. */
import type { ApplyResult, Plan } from '../model.ts';
import { markdown, plain } from './escape.ts';
import { excludedWords } from './text.ts';
import { MARKS, OUTCOME_MARKS, counts, notDeployedWord, resultVerdict, titleOf, verdict } from './words.ts';

export function formatPlanMarkdown(plan: Plan): string {
  return document([
    `## Plan for ${markdown(plan.org.name)} (${markdown(plan.environment)})`,
    `${verdict(plan)} ${counts(plan)}${excludedWords(plan)}.`,
    ...table(
      ['', 'Change', 'Code', 'Why'],
      plan.changes.map((change) => [
        `\`${MARKS[change.kind]}\``,
        change.kind,
        markdown(titleOf(change)),
        markdown(change.why),
      ]),
    ),
    ...notDeployed(plan),
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
    ...notDeployed(plan),
  ]);
}

function notDeployed(plan: Plan): readonly string[] {
  const { items } = plan.notDeployed;
  if (items.length === 0) return [];
  const rows = items.map(({ kind, name, why }) => [notDeployedWord(kind), markdown(name), markdown(why)]);
  return [`### Not deployed by this version: ${items.length}`, ...table(['What', 'Name', 'Why'], rows)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')];
}

const document = (blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`;
