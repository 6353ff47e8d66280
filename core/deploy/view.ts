/** Org and file as YAML text of one form, so that a diff editor shows what a push changes and nothing else. */
import { Document, isScalar, isSeq, visit } from 'yaml';
import { plain } from './format/escape.ts';
import type { Matched } from './match.ts';
import type { Change, CodeFields, CreateChange, EditChange, MoveChange, OrgSnapshot } from './model.ts';
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
  const writes = new Map(changes.flatMap((change) => (isOfCode(change) ? [[change.name, change.after] as const] : [])));
  const added = new Map<string, string[]>();
  for (const change of changes) {
    if (change.kind === 'associate') added.set(change.name, [...(added.get(change.name) ?? []), change.queue.name]);
  }
  const before: ViewBlock[] = [];
  const after: ViewBlock[] = [];
  const show = (fields: CodeFields, queues: readonly string[]): ViewEntry => entryOf(fields, queues, divisionNames);
  for (const { entry, match } of matched) {
    if (match.kind === 'blocked') continue;
    const has = match.kind === 'code' ? fieldsOf(match.code) : undefined;
    const queues = match.kind === 'code' ? (queuesOf.get(match.code.id) ?? []) : [];
    const gets = writes.get(entry.name) ?? has;
    // Neither there nor to be made: an entry that is to be retired or deleted.
    if (gets === undefined) continue;
    before.push({ heading: entry.name, ...(has === undefined ? {} : { code: show(has, queues) }) });
    after.push({ heading: entry.name, code: show(gets, [...queues, ...(added.get(entry.name) ?? [])]) });
  }
  return { before: toYaml(before), after: toYaml(after) };
}

function isOfCode(change: Change): change is CreateChange | EditChange | MoveChange {
  return ['create', 'update', 'adopt', 'rename', 'move'].includes(change.kind);
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

interface ViewBlock {
  /** The entry's name in the file: the same line on both sides. */
  readonly heading: string;
  /** Absent where this side has no such code. */
  readonly code?: ViewEntry;
}

/**
 * A heading per entry, which stands on both sides: a comparison pairs it, and so never one code's lines with another's.
 */
function toYaml(blocks: readonly ViewBlock[]): string {
  if (blocks.length === 0) return 'codes: []\n';
  return `codes:\n${blocks.map(blockText).join('')}`;
}

function blockText({ heading, code }: ViewBlock): string {
  return `  # ${plain(heading)}\n${code === undefined ? '' : indented(codeText(code))}`;
}

/** As a list of one, its queues on one line. */
function codeText(code: ViewEntry): string {
  const document = new Document([code]);
  visit(document, {
    Pair: (_key, { key, value }) => {
      if (isScalar(key) && key.value === 'queues' && isSeq(value)) value.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Only line feeds end a line of YAML: a pattern's own idea of lines knows more. */
const indented = (text: string): string => text.replaceAll(/(^|\n)(?=[^\n])/g, '$1  ');
