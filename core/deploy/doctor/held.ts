/** In which divisions a subject has a permission, from the grants that the org tells. */
import type { AuthzSubject, GrantPolicy } from '../../genesys/index.ts';

export interface Held {
  /** In all divisions, also in those that are made later. */
  readonly everywhere: boolean;
  /** Division id → its name, as far as the grants name it. */
  readonly divisions: ReadonlyMap<string, string>;
  /** A role has it under a condition, or in a division that was not told. */
  readonly perhaps: boolean;
}

const ALL = '*';

/** `permission` is named as the API names it: `routing:wrapupCode:add`. */
export function heldBy({ grants }: AuthzSubject, permission: string): Held {
  const divisions = new Map<string, string>();
  let [everywhere, perhaps] = [false, false];
  for (const { division, policies } of grants) {
    const fitting = policies.filter((policy) => covers(policy, permission));
    if (fitting.length === 0) continue;
    if (division === undefined || fitting.every(({ condition }) => condition !== undefined)) perhaps = true;
    else if (division.id === ALL) everywhere = true;
    else divisions.set(division.id, division.name ?? division.id);
  }
  return { everywhere, divisions, perhaps };
}

/** Each part of a policy may be `*`. */
function covers({ domain, entityName, actions }: GrantPolicy, permission: string): boolean {
  const [wantedDomain = '', wantedEntity = '', wantedAction = ''] = permission.split(':');
  const fits = (given: string, wanted: string): boolean => given === ALL || given === wanted;
  return (
    fits(domain, wantedDomain) && fits(entityName, wantedEntity) && actions.some((action) => fits(action, wantedAction))
  );
}
