/** Writes and removes rows of the data table. A PUT replaces the whole row, so it is read just before. */
import type { Cell, MetadataChange, NamedRef, Row } from '../model.ts';
import { groupBy } from '../names.ts';
import type { Made } from './made.ts';
import type { Settled } from './outcome.ts';
import { judge, notAttempted } from './outcome.ts';
import type { ReadBack } from './readBack.ts';
import { readBack } from './readBack.ts';
import type { Look, SureWrite } from './resolve.ts';
import { sendSurely } from './resolve.ts';
import type { Request, Run } from './run.ts';
import type { Sent } from './sent.ts';
import { mayBeThere } from './sent.ts';

interface Ready {
  readonly change: MetadataChange;
  /** Absent: there is to be no row. */
  readonly asked?: Row;
}

/** One outcome per change. `made` are this run's creates: a code that was not made gets no row. */
export async function applyRows(run: Run, changes: readonly MetadataChange[], made: Made): Promise<readonly Settled[]> {
  const stuck: Settled[] = [];
  const ready: Ready[] = [];
  for (const change of changes) {
    const needsId = change.awaitsId === true && made.idOf(change.name) === undefined;
    if (needsId || (change.after !== undefined && made.isMissing(change.name)))
      stuck.push(notAttempted(change, made.whyNot(change.name)));
    else ready.push(readyOf(change, made));
  }
  const settled: Settled[] = [];
  for (const group of groupBy(ready, ({ change }) => change.table.id).values()) {
    const [first] = group;
    if (first !== undefined) settled.push(...(await applyToTable(run, first.change.table, group)));
  }
  return [...stuck, ...settled];
}

function readyOf(change: MetadataChange, made: Made): Ready {
  const { after, key, awaitsId, name } = change;
  if (after === undefined) return { change };
  const id = awaitsId === true ? made.idOf(name) : undefined;
  return { change, asked: { ...after, ...(id === undefined ? {} : { id }), key } };
}

async function applyToTable(run: Run, table: NamedRef, ready: readonly Ready[]): Promise<readonly Settled[]> {
  const sent = new Map<Ready, Sent>();
  for (const one of ready) {
    const answer = await sendRow(run, one);
    sent.set(one, answer);
    run.progress(one.change.key, answer.state === 'notSent' ? 0 : 1);
  }
  const seen = await readTable(
    run,
    table,
    ready.filter((one) => mayBeThere(sent.get(one))),
  );
  return ready.map((one) =>
    judge(run, one.change, sent.get(one), {
      seen,
      isThere: seen.ok && isAsAsked(seen.value.get(one.change.key), one),
      notSeen: 'The data table does not show it as asked.',
    }),
  );
}

type Rows = ReadonlyMap<string, Row>;

async function readTable(run: Run, { id, name }: NamedRef, inDoubt: readonly Ready[]): Promise<ReadBack<Rows>> {
  if (inDoubt.length === 0) return { ok: true, value: new Map() };
  run.progress(`Reading back the data table ${name}`, 0);
  return readBack(
    run,
    async (options) =>
      new Map((await run.request.genesys.dataTables.rows(id, options)).map((row) => [String(row['key']), row])),
    (rows) => inDoubt.every((one) => isAsAsked(rows.get(one.change.key), one)),
  );
}

async function sendRow(run: Run, one: Ready): Promise<Sent> {
  const { dataTables } = run.request.genesys;
  const { change, asked } = one;
  const { table, key } = change;
  const what: Request = { changes: [change.id], name: key, call: change.call, kind: `${change.call.method} rows` };
  const read = await run.readFor(what, (options) => dataTables.row(table.id, key, options));
  if (!read.ok) return read.sent;
  const now = read.value;
  if (isAsAsked(now, one)) return { state: 'already', value: undefined };
  if (!isUntouched(now, one)) return { state: 'failed', message: changedWords(change) };
  return sendSurely<unknown>(run, {
    ...writeOf(run, one, now, what),
    look: async (options): Promise<Look<undefined>> => {
      const row = await dataTables.row(table.id, key, options);
      if (isAsAsked(row, one)) return { kind: 'asAsked', value: undefined };
      return isUntouched(row, one) ? { kind: 'asBefore' } : { kind: 'otherwise', message: changedWords(change) };
    },
    // A key that is taken, or a row that is gone: perhaps because the first try was heard.
    doubts: ({ kind }) => kind === 'conflict' || (asked === undefined && kind === 'notFound'),
  });
}

/** The request that fits what the org has now. */
function writeOf(
  run: Run,
  { change: { table, key, call }, asked }: Ready,
  now: Row | undefined,
  what: Request,
): Pick<SureWrite<unknown>, 'what' | 'action'> {
  const { dataTables } = run.request.genesys;
  const before = { what: 'row', ...(now === undefined ? {} : { row: now }) } as const;
  if (asked === undefined)
    return { what: { ...what, before }, action: (options) => dataTables.removeRow(table.id, key, options) };
  const body = { ...now, ...asked };
  return {
    what: { ...what, call: { ...call, body }, before },
    action: (options) =>
      now === undefined
        ? dataTables.addRow(table.id, body, options)
        : dataTables.replaceRow(table.id, key, body, options),
  };
}

const changedWords = ({ key, table }: MetadataChange): string =>
  `Somebody changed the row "${key}" of the data table "${table.name}" meanwhile. Plan again to see the difference.`;

const isAsAsked = (row: Row | undefined, { asked }: Ready): boolean =>
  asked === undefined ? row === undefined : row !== undefined && hasCells(row, asked);

/** As the plan saw it, in the columns that the change writes: the others are sent back as they are now. */
function isUntouched(row: Row | undefined, { change: { before }, asked }: Ready): boolean {
  if (before === undefined || row === undefined) return before === row;
  return Object.keys(asked ?? before).every(
    (column) => column === 'key' || cellOf(row, column) === cellOf(before, column),
  );
}

const hasCells = (row: Row, cells: Row): boolean =>
  Object.entries(cells).every(([column, cell]) => cellOf(row, column) === cell);

/** A text that is not there and an empty one are the same to a table. */
const cellOf = (row: Row, column: string): Cell => (Object.hasOwn(row, column) ? row[column] : undefined) ?? '';
