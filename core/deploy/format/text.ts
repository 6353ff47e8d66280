/** Plan and result for a terminal: one line per change, its reason below it, counts at the end. No colour codes. */
import type { ApplyResult, Change, ChangeResult, NotDeployed, Plan } from '../model.ts';
import { plain } from './escape.ts';
import { MARKS, OUTCOME_MARKS, counts, notDeployedWord, resultVerdict, titleOf, verdict } from './words.ts';

export function formatPlanText(plan: Plan): string {
  return lines([
    `Plan for ${plain(plan.org.name)} (${plain(plan.environment)}), as of ${plan.asOf}`,
    '',
    ...plan.changes.flatMap(changeLines),
    ...(plan.changes.length === 0 ? [] : ['']),
    ...notDeployedLines(plan),
    verdict(plan),
    `Entries and changes: ${counts(plan)}${excludedWords(plan)}`,
    `Fingerprint: ${plan.fingerprint}`,
  ]);
}

export function formatResultText(result: ApplyResult): string {
  const { plan } = result;
  return lines([
    `Push to ${plain(plan.org.name)} (${plain(plan.environment)})`,
    '',
    ...result.results.flatMap(resultLines),
    ...(result.results.length === 0 ? [] : ['']),
    ...notDeployedLines(plan),
    ...(result.stopped === undefined ? [] : [`Stopped: ${plain(result.stopped)}`]),
    resultVerdict(result),
  ]);
}

function changeLines(change: Change): readonly string[] {
  return [
    `${MARKS[change.kind]} ${change.kind.padEnd(9)} ${plain(titleOf(change))}`,
    `    ${plain(change.why)} [${plain(change.path)}]`,
  ];
}

function resultLines({ change, outcome, message, correlationId }: ChangeResult): readonly string[] {
  const head = `${OUTCOME_MARKS[outcome]} ${outcome.padEnd(13)} ${change.kind.padEnd(9)} ${plain(titleOf(change))}`;
  if (message === undefined) return [head];
  const reference =
    correlationId === undefined || message.includes(correlationId) ? '' : ` Correlation id: ${correlationId}.`;
  return [head, `    ${plain(`${message}${reference}`)}`];
}

function notDeployedLines({ notDeployed }: Plan): readonly string[] {
  if (notDeployed.items.length === 0) return [];
  const words = ({ kind, name, why }: NotDeployed): string =>
    `    ${notDeployedWord(kind)}: ${plain(name)}. ${plain(why)}`;
  return [`Not deployed by this version: ${notDeployed.items.length}`, ...notDeployed.items.map(words), ''];
}

export const excludedWords = ({ excluded = 0 }: Plan): string =>
  excluded === 0 ? '' : `, ${excluded} for other environments`;

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;
