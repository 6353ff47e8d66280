/** Plan and result for a terminal: a block per catalog, one entry under the other, counts at the end. No colour codes. */
import type { ApplyResult, Change, ChangeResult, EditChange, NotDeployed, Outcome, Plan } from '../model.ts';
import { groupBy } from '../names.ts';
import { plain } from './escape.ts';
import { MARKS, OUTCOME_MARKS, counts, notDeployedWord, resultVerdict, verdict } from './words.ts';

export function formatPlanText(plan: Plan): string {
  return lines([
    `Plan for ${plain(plan.org.name)} (${plain(plan.environment)}), as of ${plan.asOf.replace(/\.\d+Z$/, 'Z')}`,
    '',
    ...byCatalog(plan.changes, (change) => change, entryLines),
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
    ...byCatalog(result.results, ({ change }) => change, resultLines),
    ...notDeployedLines(plan),
    ...(result.stopped === undefined ? [] : [`Stopped: ${plain(result.stopped)}`]),
    resultVerdict(result),
  ]);
}

/** A heading per catalog and below it what belongs to each of its entries, in the order of the plan. */
function byCatalog<T>(
  items: readonly T[],
  changeOf: (item: T) => Change,
  show: (name: string, items: readonly T[]) => readonly string[],
): readonly string[] {
  return [...groupBy(items, (item) => changeOf(item).path)].flatMap(([path, ofCatalog]) => [
    plain(path),
    ...[...groupBy(ofCatalog, (item) => changeOf(item).name)].flatMap(([name, ofEntry]) =>
      show(name, ofEntry).map((line) => `  ${line}`),
    ),
    '',
  ]);
}

/** `+ create Name` and below it what changes, in one line per field, and the queues it goes on. */
function entryLines(name: string, changes: readonly Change[]): readonly string[] {
  const queues = changes.flatMap((change) => (change.kind === 'associate' ? [change.queue.name] : []));
  const own = changes.filter((change) => change.kind !== 'associate');
  const onQueues = queues.length === 0 ? [] : [`    on ${queues.map(plain).join(', ')}`];
  if (own.length === 0) return [`${MARKS.associate} associate ${plain(name)}`, ...onQueues];
  return [
    ...own.flatMap((change) => [`${MARKS[change.kind]} ${change.kind.padEnd(9)} ${plain(name)}`, ...details(change)]),
    ...onQueues,
  ];
}

/** What the change is, property by property; where there is no before, the reason. */
function details(change: Change): readonly string[] {
  if (change.kind === 'blocked') return [`    ${plain(change.why)}`];
  if (change.kind !== 'update' && change.kind !== 'adopt' && change.kind !== 'rename') return [];
  return fieldChanges(change).map((line) => `    ${line}`);
}

function fieldChanges({ before, after }: EditChange): readonly string[] {
  const values = [
    ['name', before.name, after.name],
    ['description', before.description ?? '', after.description ?? ''],
  ] as const;
  return values.flatMap(([field, old, now]) => (old === now ? [] : [`${field}: ${quoted(old)} → ${quoted(now)}`]));
}

const quoted = (text: string): string => `"${plain(text)}"`;

/** One line per outcome of the entry: where all went well that is one line, and each failure keeps its own reason. */
function resultLines(name: string, results: readonly ChangeResult[]): readonly string[] {
  const alike = groupBy(results, ({ outcome, message = '' }) => `${outcome}\n${message}`);
  return [...alike.values()].flatMap((same) => {
    const [{ outcome, message, correlationId } = { outcome: 'unknown' as Outcome }] = same;
    const head = `${OUTCOME_MARKS[outcome]} ${outcome.padEnd(13)} ${plain(name)}: ${whatWas(same)}`;
    if (message === undefined) return [head];
    const reference =
      correlationId === undefined || message.includes(correlationId) ? '' : ` Correlation id: ${correlationId}.`;
    return [head, `    ${plain(`${message}${reference}`)}`];
  });
}

/** `create, on Support Voice, Billing` */
function whatWas(results: readonly ChangeResult[]): string {
  const own = results.flatMap(({ change }) => (change.kind === 'associate' ? [] : [change.kind]));
  const queues = results.flatMap(({ change }) => (change.kind === 'associate' ? [plain(change.queue.name)] : []));
  return [...own, ...(queues.length === 0 ? [] : [`on ${queues.join(', ')}`])].join(', ');
}

function notDeployedLines({ notDeployed }: Plan): readonly string[] {
  if (notDeployed.items.length === 0) return [];
  const words = ({ kind, name, why }: NotDeployed): string =>
    `  ${notDeployedWord(kind)}: ${plain(name)}. ${plain(why)}`;
  return [`Not deployed by this version: ${notDeployed.items.length}`, ...notDeployed.items.map(words), ''];
}

export const excludedWords = ({ excluded = 0 }: Plan): string =>
  excluded === 0 ? '' : `, ${excluded} for other environments`;

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;
