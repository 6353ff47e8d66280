/** What must happen to one code itself: nothing, a create, or PUTs that name everything again. */
import type { DesiredCode } from './desired.ts';
import type { Matched } from './match.ts';
import type { BlockedChange, Call, Change, CodeFields, EditChange, MoveChange, NamedRef, OrgCode } from './model.ts';
import type { Finder } from './names.ts';

const WRAPUP_CODES = '/api/v2/routing/wrapupcodes';
export const codePath = (codeId: string): string => `${WRAPUP_CODES}/${encodeURIComponent(codeId)}`;
export const ALL_DIVISIONS: NamedRef = { id: '*', name: '*' };

type DivisionFinder = Finder<NamedRef>;

/** Changes of the code itself, in the order they are shown; empty where the org has it as the file says. */
export function codeChanges({ entry, match }: Matched, findDivision: DivisionFinder): readonly Change[] {
  if (match.kind === 'blocked') return [blockedChange(entry, '', match.why)];
  if (entry.validity === 'unreadable') {
    return [
      blockedChange(entry, '', 'validFrom or validThrough is not a date and time. Write it like 2026-01-31T00:00:00Z.'),
    ];
  }
  // A code that is not in the org and is to be retired or deleted is where it should be.
  if (match.kind === 'none') return entry.state === 'active' ? [create(entry, findDivision)] : [];
  return entry.state === 'deleted' ? [] : edits(entry, match.code, match.by, findDivision);
}

function create(entry: DesiredCode, findDivision: DivisionFinder): Change {
  const division = entry.division === undefined ? undefined : findDivision(entry.division);
  if (division?.ok === false) return blockedChange(entry, '', division.why);
  const after: CodeFields = {
    name: entry.name,
    ...(entry.description === undefined || entry.description === '' ? {} : { description: entry.description }),
    ...(division === undefined ? {} : { division: division.value }),
  };
  return {
    kind: 'create',
    id: `create:${entry.name}`,
    name: entry.name,
    path: entry.path,
    why: 'The org has no code of this name.',
    after,
    call: { method: 'POST', path: WRAPUP_CODES, body: bodyOf(after) },
  };
}

const KINDS = { name: 'update', spelling: 'adopt', earlierName: 'rename' } as const;

function edits(
  entry: DesiredCode,
  code: OrgCode,
  by: keyof typeof KINDS,
  findDivision: DivisionFinder,
): readonly Change[] {
  const changes: Change[] = [];
  const division = entry.division === undefined ? undefined : findDivision(entry.division);
  if (division?.ok === false) changes.push(blockedChange(entry, ':division', division.why));
  const before = fieldsOf(code);
  // Omitted keeps what the org has, and a PUT replaces the whole code: so all of it is sent again.
  const after: CodeFields = {
    name: entry.name,
    ...(entry.description === undefined ? descriptionOf(code) : { description: entry.description }),
    ...(code.division === undefined ? {} : { division: code.division }),
  };
  const sameText = (before.description ?? '') === (after.description ?? '');
  const isEdited = code.name !== entry.name || !sameText;
  if (isEdited) changes.push(edit(entry, KINDS[by], code, before, after, sameText));
  if (division?.ok === true && code.division !== undefined && code.division.id !== division.value.id)
    changes.push(move(entry, code.id, isEdited ? after : before, division.value));
  return changes;
}

/** Its PUT comes after the edit's, so it repeats what that one has written. */
function move(entry: DesiredCode, codeId: string, before: CodeFields, division: NamedRef): MoveChange {
  const after: CodeFields = { ...before, division };
  const from = before.division?.name ?? before.division?.id ?? '';
  return {
    kind: 'move',
    id: `move:${entry.name}`,
    name: entry.name,
    path: entry.path,
    why: `The org has it in ${divisionWords(from)}; the file says ${divisionWords(division.name)}.`,
    codeId,
    before,
    after,
    call: putCode(codeId, after),
  };
}

const divisionWords = (name: string): string => (name === '*' ? 'all divisions' : `the division "${name}"`);

/** A PUT replaces the whole code, so the body has all of it. */
export const putCode = (codeId: string, after: CodeFields): Call => ({
  method: 'PUT',
  path: codePath(codeId),
  body: bodyOf(after),
});

function edit(
  entry: DesiredCode,
  kind: EditChange['kind'],
  code: OrgCode,
  before: CodeFields,
  after: CodeFields,
  sameText: boolean,
): EditChange {
  const reasons = [
    ...(kind === 'adopt' ? [`The org spells the name "${code.name}".`] : []),
    ...(kind === 'rename'
      ? [`The org has it under its earlier name "${code.name}"; it keeps its id and its history.`]
      : []),
    ...(sameText ? [] : ['The description differs.']),
  ];
  return {
    kind,
    id: `${kind}:${entry.name}`,
    name: entry.name,
    path: entry.path,
    why: reasons.join(' '),
    codeId: code.id,
    before,
    after,
    call: putCode(code.id, after),
  };
}

export function blockedChange(entry: Pick<DesiredCode, 'name' | 'path'>, suffix: string, why: string): BlockedChange {
  return { kind: 'blocked', id: `blocked:${entry.name}${suffix}`, name: entry.name, path: entry.path, why };
}

export const fieldsOf = (code: OrgCode): CodeFields => ({
  name: code.name,
  ...descriptionOf(code),
  ...(code.division === undefined ? {} : { division: code.division }),
});

const descriptionOf = ({ description }: OrgCode): { readonly description?: string } =>
  description === undefined ? {} : { description };

/** The request's body: the published `WrapupCodeRequest`, a division by its id. */
function bodyOf({ name, description, division }: CodeFields): unknown {
  return {
    name,
    ...(description === undefined ? {} : { description }),
    ...(division === undefined ? {} : { division: { id: division.id } }),
  };
}
