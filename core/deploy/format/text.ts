/** Plan and result for a terminal: a block per catalog, one entry under the other, counts at the end. No colour codes. */
import type { ApplyResult, Change, ChangeResult, Outcome, Plan } from '../model.ts';
import { groupBy } from '../names.ts';
import { detailsOf } from './details.ts';
import { plain } from './escape.ts';
import { permissionHeading, permissionSentences } from './permissions.ts';
import { MARKS, OUTCOME_MARKS, counts, noteWord, resultVerdict, titleOf, verdict } from './words.ts';

export function formatPlanText(plan: Plan): string {
  return lines([
    `Plan for ${plain(plan.org.name)} (${plain(plan.environment)}), as of ${plan.asOf.replace(/\.\d+Z$/, 'Z')}`,
    '',
    ...permissionLines(plan),
    ...byCatalog(plan.changes, (change) => change, entryLines),
    ...notSelectedLines(plan),
    ...noteLines(plan),
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
    ...notSelectedLines(plan),
    ...noteLines(plan),
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

/** `+ create Name` and below it what changes, in one line per field, and the queues it goes on and comes off. */
function entryLines(name: string, changes: readonly Change[]): readonly string[] {
  const on = queuesOf('associate', changes);
  const off = queuesOf('dissociate', changes);
  // An association of a code that is created is told with it.
  const isNew = changes.some(({ kind }) => kind === 'create');
  return [...groupBy(changes, ({ kind }) => kind)].flatMap(([kind, alike]) => {
    const head = `${MARKS[kind]} ${kind.padEnd(9)} ${plain(name)}`;
    if (kind === 'associate') return isNew ? [] : [head, `    on ${on}`];
    if (kind === 'dissociate') return [head, `    off ${off}`];
    const details = alike.flatMap((change) => [head, ...detailsOf(change).map((line) => `    ${plain(line)}`)]);
    return kind === 'create' && on !== '' ? [...details, `    on ${on}`] : details;
  });
}

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
  const changes = results.map(({ change }) => change);
  const own = changes.flatMap(({ kind }) => (kind === 'associate' || kind === 'dissociate' ? [] : [kind]));
  const on = queuesOf('associate', changes);
  const off = queuesOf('dissociate', changes);
  return [...own, ...(on === '' ? [] : [`on ${on}`]), ...(off === '' ? [] : [`off ${off}`])].join(', ');
}

/** `Support Voice, Billing` */
const queuesOf = (kind: 'associate' | 'dissociate', changes: readonly Change[]): string =>
  changes.flatMap((change) => (change.kind === kind && 'queue' in change ? [plain(change.queue.name)] : [])).join(', ');

function notSelectedLines({ notSelected = [] }: Plan): readonly string[] {
  if (notSelected.length === 0) return [];
  const words = (change: Change): string =>
    `  ${MARKS[change.kind]} ${change.kind} ${plain(titleOf(change))}. ${plain(change.why)}`;
  return [
    `Not selected, so not pushed: ${notSelected.length}`,
    ...notSelected.flatMap((change) => [words(change), ...pointing(change)]),
    '',
  ];
}

/** What a deletion leaves behind is to be known before somebody selects it. */
const pointing = (change: Change): readonly string[] =>
  change.kind === 'delete' ? detailsOf(change).map((line) => `      ${plain(line)}`) : [];

function noteLines({ notes }: Plan): readonly string[] {
  if (notes.length === 0) return [];
  const lines = notes.map(({ kind, name, why }) => `  ${noteWord(kind)}: ${plain(name)}. ${plain(why)}`);
  return [`Notes: ${notes.length}`, ...lines, ''];
}

function permissionLines(plan: Plan): readonly string[] {
  const sentences = permissionSentences(plan);
  if (sentences.length === 0) return [];
  return [permissionHeading(sentences), ...sentences.map((sentence) => `  ${plain(sentence)}`), ''];
}

export const excludedWords = ({ excluded = 0 }: Plan): string =>
  excluded === 0 ? '' : `, ${excluded} for other environments`;

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;
