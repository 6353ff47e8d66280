/** What a change does, a line for each property; names are as they are, so whoever shows the lines escapes them. */
import { settingsInWords } from '../queueSettings.ts';
import { flagsInWords } from '../outboundChange.ts';
import type { Change, CodeFields, DeleteChange, MetadataChange, NamingPlace } from '../model.ts';

/** Empty where the kind and the name say it all. */
export function detailsOf(change: Change): readonly string[] {
  switch (change.kind) {
    case 'update':
    case 'adopt':
    case 'rename':
      return fieldChanges(change.before, change.after);
    case 'move':
      return [changed('division', divisionOf(change.before), divisionOf(change.after))];
    case 'queueSettings':
      return [`${settingsInWords(change.before)} → ${settingsInWords(change.after)}`];
    case 'outbound':
      return [`${flagsOrNone(change.before)} → ${flagsOrNone(change.after)}`];
    case 'metadata':
      return rowChanges(change);
    case 'delete':
      return pointingTo(change);
    case 'blocked':
      return [change.why];
    case 'create':
    case 'associate':
    case 'dissociate':
      return [];
  }
}

function fieldChanges(before: CodeFields, after: CodeFields): readonly string[] {
  const values = [
    ['name', before.name, after.name],
    ['description', before.description ?? '', after.description ?? ''],
  ] as const;
  return values.flatMap(([field, old, now]) => (old === now ? [] : [changed(field, old, now)]));
}

const changed = (field: string, old: string, now: string): string => `${field}: ${quoted(old)} → ${quoted(now)}`;
const quoted = (text: string): string => `"${text}"`;
const divisionOf = ({ division }: CodeFields): string => division?.name ?? division?.id ?? '';

const flagsOrNone = (flags: readonly string[] | undefined): string =>
  flags === undefined ? 'no entry' : flagsInWords(flags);

function rowChanges({ table, key, before, after }: MetadataChange): readonly string[] {
  const row = `row ${quoted(key)} of ${quoted(table.name)}`;
  if (after === undefined) return [`${row}: removed`];
  if (before === undefined) return [`${row}: added`];
  const columns = Object.entries(after).flatMap(([column, cell]) => {
    const old = Object.hasOwn(before, column) ? (before[column] ?? '') : '';
    return old === cell ? [] : [changed(column, String(old), String(cell))];
  });
  return [`${row}: ${columns.join(', ')}`];
}

/** A deletion says what points to the code, and that nothing is known to where that is so. */
function pointingTo({ pointing: { queues, outbound, rules, queries } }: DeleteChange): readonly string[] {
  const lines = [
    ...(queues.length === 0 ? [] : [`on the queues: ${queues.map(({ name }) => name).join(', ')}`]),
    ...(outbound === undefined ? [] : [`outbound mapping, which stays behind: ${flagsInWords(outbound)}`]),
    ...(rules.length === 0 ? [] : [`named by survey rules: ${placesInWords(rules)}`]),
    ...(queries.length === 0 ? [] : [`named by queries: ${placesInWords(queries)}`]),
  ];
  return lines.length === 0 ? ['nothing in these files and on these queues points to it'] : lines;
}

const placesInWords = (places: readonly NamingPlace[]): string =>
  places.map(({ path, what }) => `${path}, ${what}`).join('; ');
