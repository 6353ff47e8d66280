/**
 * An org written into a catalog that is there: what both have becomes what the org says, what only the org has is added at
 * the end, and what the org knows nothing of (categories, tags, codes, dates, comments) stays as it is.
 */
import type { WrapUpCatalog, WrapUpCode } from '../../contract/generated/files.ts';
import { normaliseName } from '../../contract/names.ts';
import { applyEdits, type SpanEdit } from '../../text/edit.ts';
import type { MapNode, SourceFile } from '../../text/tree.ts';
import { childOf, isText } from '../../text/walk.ts';
import { desiredOf, type DesiredCode } from '../desired.ts';
import { type Matched, matchAll } from '../match.ts';
import type { CatalogFile, OrgCode, OrgQueue, OrgSnapshot } from '../model.ts';
import { flagsOf } from '../outboundChange.ts';
import { type Membership, membershipOf, wantsQueues } from '../queueChanges.ts';
import { entryEdits, type OrgSays } from './entryEdits.ts';
import { type FileNames, fileNamesFor } from './fileNames.ts';
import { filterOf } from './filter.ts';
import type { LeftOut, PullRequest } from './model.ts';
import { addedEntries } from './newEntries.ts';
import { divisionOf, HIDDEN_DIVISION, isFlag, pullCatalog, queueNamesOf, writableQueues } from './orgCatalog.ts';

export interface MergeRequest extends PullRequest {
  readonly asOf: number;
  /** The file as it is, without errors. */
  readonly source: SourceFile;
  readonly file: CatalogFile;
  /** The other catalogs of the project: what they name is not added here. */
  readonly others: readonly CatalogFile[];
}

export interface MergedEntry {
  readonly name: string;
  /** `added`, or the fields that are written anew. */
  readonly what: readonly string[];
}

export interface Merged {
  readonly text: string;
  readonly entries: readonly MergedEntry[];
  readonly leftOut: readonly LeftOut[];
}

export function mergeCatalog(request: MergeRequest): Merged {
  const { source, file, others, org, project, target, asOf } = request;
  const root = source.documents[0]?.root;
  const whole = { project, target, asOf };
  const desired = desiredOf({ ...whole, catalogs: [file] }).codes;
  const around = desiredOf({ ...whole, catalogs: others }).codes;
  const matched = matchAll([...desired, ...around], org.codes).slice(0, desired.length);
  const nodes = entriesByName(source);
  const isAsked = filterOf(org, request.only);
  const there: There = {
    org,
    names: fileNamesFor(project, target.name),
    queues: writableQueues(org),
    isOn: membershipOf(org),
  };
  const edits: SpanEdit[] = [];
  const entries: MergedEntry[] = [];
  const leftOut: LeftOut[] = [];
  for (const one of matched) {
    const node = nodes.get(one.entry.name);
    if (one.match.kind !== 'code' || node === undefined || one.entry.state === 'deleted' || !isAsked(one.match.code))
      continue;
    const own = entryEdits(source.text, node, orgSays(one, one.match.code, there));
    edits.push(...own.edits);
    if (own.written.length > 0) entries.push({ name: one.entry.name, what: own.written });
    if (isInHiddenDivision(one, one.match.code, there))
      leftOut.push({ kind: 'code', name: one.entry.name, why: HIDDEN_DIVISION });
    for (const field of own.stuck)
      leftOut.push({
        kind: 'code',
        name: one.entry.name,
        why: `Its \`${field}\` is written in a way that cannot be changed here. Change it by hand.`,
      });
  }
  const pulled = pullCatalog(request);
  const known = namesIn([file, ...others].map(({ catalog }) => catalog));
  const missing = pulled.catalog.codes.filter(({ name }) => !known.has(normaliseName(name)));
  const added =
    root === undefined ? undefined : addedEntries(source, root, { ...request, missing, pulled: pulled.catalog });
  edits.push(...(added?.edits ?? []));
  entries.push(...(added?.names ?? []).map((name) => ({ name, what: ['added'] })));
  return {
    text: applyEdits(source.text, edits),
    entries,
    leftOut: [...pulled.leftOut, ...leftOut, ...(added?.leftOut ?? [])],
  };
}

/** The org, and what is asked of it for each entry. */
interface There {
  readonly org: OrgSnapshot;
  readonly names: FileNames;
  /** Those that an entry can name. */
  readonly queues: readonly OrgQueue[];
  readonly isOn: Membership;
}

/** Every name that an entry has or had, in whatever environment. */
function namesIn(catalogs: readonly WrapUpCatalog[]): ReadonlySet<string> {
  return new Set(
    catalogs.flatMap(({ codes }) => codes.flatMap(({ name, formerly = [] }) => [name, ...formerly])).map(normaliseName),
  );
}

function entriesByName({ documents }: SourceFile): ReadonlyMap<string, MapNode> {
  const codes = childOf(documents[0]?.root, 'codes');
  const items = codes?.kind === 'seq' ? codes.items : [];
  return new Map(
    items.flatMap((item) => {
      const name = childOf(item, 'name');
      return item.kind === 'map' && item.alias !== true && isText(name) ? [[name.value, item] as const] : [];
    }),
  );
}

/** Only fields of which the entry says something: what it leaves out keeps what the org has. */
function orgSays({ entry, match }: Matched, code: OrgCode, there: There): OrgSays {
  const { org, names } = there;
  const division = entry.division === undefined ? undefined : divisionOf(code, org, names);
  const queues = queuesSaid({ entry, match }, code, there);
  const outbound = entry.outbound === undefined ? undefined : outboundSaid(entry.outbound, code, there);
  const earlier = match.kind === 'code' && match.by === 'earlierName' ? earlierName(entry, code) : undefined;
  return {
    name: code.name,
    ...(entry.description === undefined ? {} : { description: code.description ?? '' }),
    ...(division === undefined || divisionInFile(entry, there) === division ? {} : { division }),
    ...(queues === undefined ? {} : { queues }),
    ...(outbound === undefined ? {} : { outbound }),
    ...(earlier === undefined ? {} : { renamedBack: { from: earlier, to: entry.name } }),
  };
}

function isInHiddenDivision({ entry }: Matched, code: OrgCode, { org, names }: There): boolean {
  const isKnown = code.division === undefined || divisionOf(code, org, names) !== undefined;
  return entry.division !== undefined && !isKnown;
}

function divisionInFile({ division }: DesiredCode, { names }: There): string | undefined {
  return division === undefined || division === '*' ? division : names.division(division);
}

const earlierName = ({ formerly }: DesiredCode, { name }: OrgCode): string | undefined =>
  formerly.find((earlier) => normaliseName(earlier) === normaliseName(name));

/** Undefined where the queues are as the entry says, or it is not on queues now. */
function queuesSaid(
  matched: Matched,
  code: OrgCode,
  { names, queues: known, isOn }: There,
): readonly string[] | undefined {
  const { queues } = matched.entry;
  if (queues === undefined || !wantsQueues(matched)) return undefined;
  const on = queueNamesOf(code, isOn, names, known);
  const wanted = queues.map((queue) => names.queue(queue));
  // A queue that the org does not have is for the plan to tell of.
  const unknown = wanted.filter((queue) => !known.some(({ name }) => names.queue(name) === queue));
  const said = [...unknown, ...on];
  return wanted.length === said.length && wanted.every((queue) => said.includes(queue)) ? undefined : said;
}

function outboundSaid(
  wanted: NonNullable<DesiredCode['outbound']>,
  { id }: OrgCode,
  { org }: There,
): NonNullable<WrapUpCode['outbound']> | undefined {
  if (org.outbound === undefined) return undefined;
  const there = flagsOf(org.outbound, id);
  if (there === undefined) return wanted === 'default' ? undefined : 'default';
  return there.every(isFlag) ? [...there] : undefined;
}
