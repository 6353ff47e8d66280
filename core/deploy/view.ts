/** Org and file as YAML text of one form, so that a diff editor shows what a push changes and nothing else. */
import { Document, isScalar, isSeq, visit } from 'yaml';
import type { Matched } from './match.ts';
import type { Change, CodeFields, OrgSnapshot } from './model.ts';
import { fieldsOf } from './codeChange.ts';

interface ViewEntry {
  readonly name: string;
  readonly description?: string;
  readonly division?: string;
  readonly queues?: readonly string[];
}

/** `before` is the org today, `after` the org when the push is done; both hold only what the catalogs name, in the order of the files. */
export function viewOf(
  matched: readonly Matched[],
  changes: readonly Change[],
  org: OrgSnapshot,
): { readonly before: string; readonly after: string } {
  const divisionNames = new Map(org.divisions.map(({ id, name }) => [id, name]));
  const queuesOf = queueNamesByCode(org);
  const writes = new Map(
    changes.flatMap((change) => ('after' in change ? [[change.name, change.after] as const] : [])),
  );
  const added = new Map<string, string[]>();
  for (const change of changes) {
    if (change.kind === 'associate') added.set(change.name, [...(added.get(change.name) ?? []), change.queue.name]);
  }
  const before: ViewEntry[] = [];
  const after: ViewEntry[] = [];
  const show = (fields: CodeFields, queues: readonly string[]): ViewEntry => entryOf(fields, queues, divisionNames);
  for (const { entry, match } of matched) {
    if (match.kind === 'blocked') continue;
    const has = match.kind === 'code' ? fieldsOf(match.code) : undefined;
    const queues = match.kind === 'code' ? (queuesOf.get(match.code.id) ?? []) : [];
    if (has !== undefined) before.push(show(has, queues));
    const gets = writes.get(entry.name) ?? has;
    if (gets !== undefined) after.push(show(gets, [...queues, ...(added.get(entry.name) ?? [])]));
  }
  return { before: toYaml(before), after: toYaml(after) };
}

function entryOf(
  { name, description, division }: CodeFields,
  queues: readonly string[],
  divisionNames: ReadonlyMap<string, string>,
): ViewEntry {
  return {
    name,
    ...(description === undefined || description === '' ? {} : { description }),
    ...(division === undefined ? {} : { division: division.name ?? divisionNames.get(division.id) ?? division.id }),
    ...(queues.length === 0 ? {} : { queues: [...queues].sort() }),
  };
}

function queueNamesByCode(org: OrgSnapshot): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const queue of org.queues) {
    for (const id of org.queueCodes[queue.id] ?? []) names.set(id, [...(names.get(id) ?? []), queue.name]);
  }
  return names;
}

/** Queues on one line: in a comparison, one code's queue would else be paired with the next one's. */
function toYaml(codes: readonly ViewEntry[]): string {
  const document = new Document({ codes });
  visit(document, {
    Pair: (_key, { key, value }) => {
      if (isScalar(key) && key.value === 'queues' && isSeq(value)) value.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
