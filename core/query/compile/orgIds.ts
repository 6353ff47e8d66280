/** From a name of the files to its ids in the org. */
import { normaliseName } from '../../contract/names.ts';
import { renamingFor } from '../../contract/renames.ts';
import type { NamedKind, OrgName, OrgNames } from '../model.ts';
import type { CompileContext, MissingName } from './model.ts';
import type { Resolved } from './resolved.ts';

interface Words {
  readonly one: string;
  readonly many: string;
  /** What to do where the org has no such name, or several. */
  readonly absent: string;
  readonly ambiguous: string;
}

const checkOrMap = 'Check the name, or map it under `names` in genesys.yaml.';
const useId = (key: string): string => `Write the id under \`${key}\` instead.`;

const words: Readonly<Record<NamedKind, Words>> = {
  queue: { one: 'queue', many: 'queues', absent: checkOrMap, ambiguous: useId('queueId') },
  user: { one: 'agent', many: 'users', absent: 'Check the name.', ambiguous: useId('userId') },
  division: { one: 'division', many: 'divisions', absent: checkOrMap, ambiguous: useId('divisionId') },
  wrapUpCode: {
    one: 'wrap-up code',
    many: 'wrap-up codes',
    absent: 'Check the name.',
    ambiguous: 'Write the name exactly as the org does.',
  },
};

/** The org's entities of a kind; absent where they could not be read. */
export function entitiesOf(kind: NamedKind, org: OrgNames): readonly OrgName[] | undefined {
  const lists = { queue: org.queues, user: org.users, division: org.divisions, wrapUpCode: org.wrapUpCodes };
  return lists[kind];
}

/** The entities that a name may mean: those spelled so, else those that differ in case, spaces or Unicode form. */
export function candidates(entities: readonly OrgName[], name: string): readonly OrgName[] {
  const { exact, alike } = indexOf(entities);
  return exact.get(name) ?? alike.get(normaliseName(name)) ?? [];
}

interface NameIndex {
  readonly exact: ReadonlyMap<string, readonly OrgName[]>;
  readonly alike: ReadonlyMap<string, readonly OrgName[]>;
}

/** A category may have thousands of codes, each looked up in a list of thousands. */
const indexes = new WeakMap<readonly OrgName[], NameIndex>();

function indexOf(entities: readonly OrgName[]): NameIndex {
  const known = indexes.get(entities);
  if (known !== undefined) return known;
  const index = {
    exact: grouped(entities, (name) => name),
    alike: grouped(entities, normaliseName),
  };
  indexes.set(entities, index);
  return index;
}

function grouped(entities: readonly OrgName[], formOf: (name: string) => string): Map<string, OrgName[]> {
  const groups = new Map<string, OrgName[]>();
  for (const entity of entities) {
    const form = formOf(entity.name);
    const group = groups.get(form);
    if (group === undefined) groups.set(form, [entity]);
    else group.push(entity);
  }
  return groups;
}

/** The ids of one name, or a text in their place and what is missing. */
export function idsOf(kind: NamedKind, fileName: string, context: CompileContext): Resolved {
  const renaming = renamingFor(context.project, context.environment);
  // Only queues and divisions can have another name in an environment.
  const name = kind === 'queue' || kind === 'division' ? renaming[kind](fileName) : fileName;
  const { one, many, absent, ambiguous } = words[kind];
  const { org } = context;
  if (org === undefined)
    return missingName(kind, name, 'offline', `Sign in to look up the id of ${one} ${JSON.stringify(name)}.`);
  const entities = entitiesOf(kind, org);
  if (entities === undefined) {
    const why = `The ${many} of ${org.org.name} could not be read, so ${JSON.stringify(name)} has no id. Check the permissions of this sign-in.`;
    return missingName(kind, name, 'unreadable', why);
  }
  const found = candidates(entities, name);
  if (found.length === 0)
    return missingName(kind, name, 'absent', `${org.org.name} has no ${one} ${JSON.stringify(name)}. ${absent}`);
  const meant = kind === 'wrapUpCode' ? ofOneSpelling(found) : onlyOne(found);
  if (meant !== undefined) return { values: meant.map(({ id }) => id) };
  const shown = found.map((entity) => `${JSON.stringify(entity.name)} (${entity.id})`).join(', ');
  const why = `${JSON.stringify(name)} may mean more than one ${one} of ${org.org.name}: ${shown}. ${ambiguous}`;
  return missingName(kind, name, 'ambiguous', why);
}

/** A name without an id. What stands for the id can be read, and no org takes it for one. */
export function missingName(kind: NamedKind, name: string, why: MissingName['why'], message: string): Resolved {
  return {
    values: [`<id of ${words[kind].one} ${JSON.stringify(name)}>`],
    missing: [{ kind, name, why, message }],
  };
}

/**
 * Conversations keep the id of a code that was deleted since, so a code's name means all codes of that name, the living
 * first. Names that only look alike are told apart by nobody but the user.
 */
function ofOneSpelling(found: readonly OrgName[]): readonly OrgName[] | undefined {
  if (new Set(found.map(({ name }) => name)).size > 1) return undefined;
  return [...found.filter((code) => code.deleted !== true), ...found.filter((code) => code.deleted === true)];
}

/** The one that lives, or the one there is. */
function onlyOne(found: readonly OrgName[]): readonly OrgName[] | undefined {
  const living = found.filter((entity) => entity.deleted !== true);
  const meant = living.length > 0 ? living : found;
  return meant.length === 1 ? meant : undefined;
}
