/** What a caller may do, as the published models of authorization say it. */
import { knownPermissions } from './facts.ts';
import type { JsonObject } from './json.ts';
import { allDivisions, type Division } from './org/model.ts';
import { renderDivision } from './org/render.ts';
import { seededRandom } from './random.ts';
import type { Caller, Rights } from './tokens.ts';
import type { World } from './world.ts';

/** `AuthzSubject`. That a caller has one role, the same in all of its divisions, is the sandbox's own. */
export function renderSubject(world: World, caller: Caller): JsonObject {
  const role = roleOf(world, caller);
  return {
    id: caller.id,
    name: caller.name,
    grants: grantedDivisions(world, caller).map((division) => ({ subjectId: caller.id, division, role })),
    version: 1,
    selfUri: `/api/v2/authorization/subjects/${caller.id}`,
  };
}

/** The divisions in which the caller has a permission. */
export function divisionsPermitted(world: World, caller: Caller, permission: string): readonly Division[] {
  if (caller.permissions !== 'all' && !caller.permissions.has(permission)) return [];
  return divisionsOf(world, caller);
}

function divisionsOf(world: World, { divisions }: Rights): readonly Division[] {
  return world.org.divisions.filter(({ id }) => divisions === 'all' || divisions.has(id));
}

function grantedDivisions(world: World, caller: Caller): readonly JsonObject[] {
  if (caller.divisions === 'all' && world.switches.allDivisionsGrant === 'star') {
    return [{ id: allDivisions, name: allDivisions, description: '', homeDivision: false }];
  }
  return divisionsOf(world, caller).map(renderDivision);
}

/** `AuthzGrantRole`. */
function roleOf(world: World, caller: Caller): JsonObject {
  const id = seededRandom(`${world.org.id}/role/${caller.id}`).uuid();
  return {
    id,
    name: `Role of ${caller.name}`,
    description: '',
    policies: policiesOf(caller.permissions, world.switches.policyForm === 'wildcards'),
    default: false,
    selfUri: `/api/v2/authorization/roles/${id}`,
  };
}

/** `AuthzGrantPolicy`, one for each entity, or one for each domain where everything is permitted. */
function policiesOf(permissions: Rights['permissions'], withWildcards: boolean): readonly JsonObject[] {
  if (permissions === 'all' && withWildcards) {
    const domains = new Set(knownPermissions.map((permission) => permission.split(':')[0] ?? ''));
    return [...domains].map((domain) => ({ domain, entityName: '*', actions: ['*'] }));
  }
  const actions = new Map<string, string[]>();
  for (const permission of permissions === 'all' ? knownPermissions : permissions) {
    const end = permission.lastIndexOf(':');
    const entity = permission.slice(0, end);
    actions.set(entity, [...(actions.get(entity) ?? []), permission.slice(end + 1)]);
  }
  return [...actions].map(([entity, list]) => {
    const [domain = '', entityName = ''] = entity.split(':');
    return { domain, entityName, actions: list };
  });
}
