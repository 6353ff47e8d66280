import type { NamedRef, PlanTarget } from './model.ts';

/** The plan cannot be made at all; the message says why and what to do. */
export class PlanRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PlanRefused';
  }
}

/** An environment that is bound to an org never meets another one. Throws `PlanRefused`. */
export function guardOrg({ name, org }: PlanTarget, organization: NamedRef): void {
  if (org === undefined || org.trim().toLowerCase() === organization.id.toLowerCase()) return;
  throw new PlanRefused(
    `The environment "${name}" is bound to the org ${org}, but the sign-in leads to "${organization.name}" (${organization.id}). ` +
      'Sign in with the credentials of the right org, or correct org in genesys.yaml.',
  );
}
