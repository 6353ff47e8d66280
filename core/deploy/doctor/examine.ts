/** Before work: which permission or division is missing for which change. */
import { GenesysError } from '../../genesys/error.ts';
import type { AuthzSubject, CallOptions, Genesys } from '../../genesys/index.ts';
import type { Plan } from '../model.ts';
import { type Held, heldBy } from './held.ts';
import type { Examination, MissingPermission, Place, Requirement } from './model.ts';
import { requiredPermissions } from './required.ts';
import { findingText } from './words.ts';

/** What the doctor asks of an org. */
export type Examined = Pick<Genesys, 'subject' | 'divisions' | 'queues'>;

/**
 * Reads the roles of these credentials (`authorization/subjects/me`, which needs no permission), and only where one of
 * the plan's permissions is not held in all divisions also the divisions and the queues concerned. Throws `GenesysError` of
 * kind `cancelled` only: an org that does not tell its roles is no reason to stop.
 */
export async function examine(genesys: Examined, plan: Plan, options: CallOptions = {}): Promise<Examination> {
  const required = requiredPermissions(plan);
  if (required.length === 0) return { missing: [] };
  try {
    const subject = await genesys.subject(options);
    const open = required.filter((requirement) => !isHeldEverywhere(subject, requirement));
    if (open.length === 0) return { missing: [] };
    const divisions = new Map((await genesys.divisions(options)).map(({ id, name }) => [id, name]));
    const placeOf = placing(genesys, options);
    const findings = [];
    for (const requirement of open) {
      const place = isHeldSomewhere(subject, requirement) ? await placeOf(requirement.place) : requirement.place;
      findings.push(findingOf(subject, requirement, place, divisions));
    }
    return { missing: together(findings.filter((finding) => finding !== undefined)) };
  } catch (error) {
    if (!(error instanceof GenesysError) || error.failure.kind === 'cancelled') throw error;
    return { missing: [], notRead: `Which permissions these credentials have could not be read: ${error.message}` };
  }
}

function isHeldEverywhere(subject: AuthzSubject, { require, permissions }: Requirement): boolean {
  const held = (permission: string): boolean => heldBy(subject, permission).everywhere;
  return require === 'ALL' ? permissions.every(held) : permissions.some(held);
}

/** Where nothing is held, the place makes no difference. */
function isHeldSomewhere(subject: AuthzSubject, { permissions }: Requirement): boolean {
  return permissions.some((permission) => heldBy(subject, permission).divisions.size > 0);
}

/** The division of a queue is asked for, once; where the org does not show the queue, it stays unsaid. */
function placing(genesys: Examined, options: CallOptions): (place: Place) => Promise<Place> {
  const known = new Map<string, Place>();
  return async (place) => {
    if (place.kind !== 'queue') return place;
    const { id } = place.queue;
    const found = known.get(id) ?? (await placeOfQueue(genesys, id, options));
    known.set(id, found);
    return found;
  };
}

async function placeOfQueue(genesys: Examined, queueId: string, options: CallOptions): Promise<Place> {
  try {
    const { division } = await genesys.queues.get(queueId, options);
    return isDivision(division) ? { kind: 'division', id: division.id } : { kind: 'unsaid' };
  } catch (error) {
    if (error instanceof GenesysError && error.failure.kind !== 'cancelled') return { kind: 'unsaid' };
    throw error;
  }
}

const isDivision = (value: unknown): value is { readonly id: string } =>
  typeof value === 'object' && value !== null && typeof Reflect.get(value, 'id') === 'string';

type Divisions = ReadonlyMap<string, string>;
type Verdict = 'held' | 'unknown' | 'missing';

interface Finding extends Omit<MissingPermission, 'text'> {
  readonly action: string;
}

function findingOf(
  subject: AuthzSubject,
  { action, require, permissions, changes }: Requirement,
  place: Place,
  divisions: Divisions,
): Finding | undefined {
  const judged = permissions.map((permission) => {
    const held = heldBy(subject, permission);
    return { permission, held, verdict: judge(held, place, divisions) };
  });
  const lacking = judged.filter(({ verdict }) => verdict !== 'held');
  if (lacking.length === 0 || (require === 'ANY' && lacking.length < judged.length)) return undefined;
  const sure = ({ verdict }: { readonly verdict: Verdict }): boolean => verdict === 'missing';
  const isMissing = require === 'ALL' ? lacking.some(sure) : lacking.every(sure);
  const named = isMissing ? lacking.filter(sure) : lacking;
  const names = named.flatMap(({ held }) => [...held.divisions].map(([id, name]) => divisions.get(id) ?? name));
  return {
    action,
    certainty: isMissing ? 'missing' : 'unknown',
    require,
    permissions: named.map(({ permission }) => permission),
    ...(place.kind === 'division' ? { division: withName(place, divisions) } : {}),
    heldIn: [...new Set(names)].sort(),
    changes,
  };
}

/** Held in each division of the org is held for everything. What is of all divisions, or of one unsaid, is not known. */
function judge({ everywhere, divisions: held, perhaps }: Held, place: Place, divisions: Divisions): Verdict {
  if (everywhere || (divisions.size > 0 && [...divisions.keys()].every((id) => held.has(id)))) return 'held';
  if (held.size === 0) return perhaps ? 'unknown' : 'missing';
  if (place.kind !== 'division' || place.id === '*') return 'unknown';
  if (held.has(place.id)) return 'held';
  return perhaps ? 'unknown' : 'missing';
}

function withName(
  { id, name }: { readonly id: string; readonly name?: string },
  divisions: Divisions,
): NonNullable<MissingPermission['division']> {
  const known = divisions.get(id) ?? name;
  return known === undefined ? { id } : { id, name: known };
}

/** Queues of one division are one finding. */
function together(findings: readonly Finding[]): readonly MissingPermission[] {
  const groups = new Map<string, Finding>();
  for (const finding of findings) {
    const key = JSON.stringify({ ...finding, changes: [] });
    const changes = [...(groups.get(key)?.changes ?? []), ...finding.changes];
    groups.set(key, { ...finding, changes: [...new Set(changes)] });
  }
  return [...groups.values()].map((finding) => {
    const { action, ...rest } = finding;
    return { ...rest, text: findingText(action, rest) };
  });
}
