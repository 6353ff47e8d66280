import type { MetadataChange, Row } from '../model.ts';
import type { Base, UndoWorld } from './world.ts';

/** The former row of the data table, in the columns that the push wrote; a row that the push added is removed. */
export function rowBack(
  change: MetadataChange,
  base: Base,
  codeId: string | undefined,
  world: UndoWorld,
): MetadataChange {
  const { table, key, before, after } = change;
  const rows = `/api/v2/flows/datatables/${encodeURIComponent(table.id)}/rows`;
  const path = `${rows}/${encodeURIComponent(key)}`;
  const common = { ...base, kind: 'metadata', why: 'The push wrote its row in the data table.', table, key } as const;
  const now = after === undefined ? {} : { before: written(change, after, codeId) };
  if (before === undefined) return { ...common, ...now, call: { method: 'DELETE', path } };
  const whole = after === undefined ? before : cellsOf(before, after, change.awaitsId === true ? ['id'] : []);
  const { id, ...rest } = whole;
  const awaits =
    typeof id === 'string' && world.isMadeAgain(id)
      ? ({ name: world.nameOf(change, id), awaitsId: true } as const)
      : {};
  const former = 'awaitsId' in awaits ? rest : whole;
  const body = { ...former, key };
  return {
    ...common,
    ...now,
    after: former,
    ...awaits,
    call: after === undefined ? { method: 'POST', path: rows, body } : { method: 'PUT', path, body, into: 'tableRow' },
  };
}

/** The row as the push left it: the id of a code that it created is known by now. */
const written = ({ awaitsId }: MetadataChange, after: Row, codeId: string | undefined): Row =>
  awaitsId === true && codeId !== undefined ? { ...after, id: codeId } : after;

/** A text that the row did not have is emptied, which is the same to a table; a value of another type cannot be taken away. */
function cellsOf(before: Row, after: Row, more: readonly string[]): Row {
  return Object.fromEntries(
    [...new Set([...Object.keys(after), ...more])].flatMap((column) => {
      const cell = before[column] ?? (typeof after[column] === 'string' ? '' : undefined);
      return cell === undefined ? [] : [[column, cell]];
    }),
  );
}
