import type { GenesysProject } from '#core/contract/generated/files.ts';
import { SANDBOX_ENVIRONMENT } from '#core/contract/environments.ts';
import type { PlanTarget } from '#core/deploy/model.ts';
import { regionTarget, sandboxTarget, type Target, type TargetResult } from '#core/genesys/index.ts';
import { CliError } from './io.ts';
import type { TargetOptions } from './options.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface Destination {
  /** Where requests go. */
  readonly target: Target;
  /** What the plan says of it. */
  readonly planTarget: PlanTarget;
}

/**
 * The org that a command means: `--sandbox`, else `--env` of `genesys.yaml`, else GENESYSCLOUD_REGION where the
 * project names no environments. It is never guessed. Throws `CliError`.
 */
export function destinationFor(options: TargetOptions, project: GenesysProject | undefined, env: Env): Destination {
  if (options.sandbox !== undefined) {
    return {
      target: accept(sandboxTarget(options.sandbox)),
      planTarget: { name: SANDBOX_ENVIRONMENT, protected: false },
    };
  }
  const environments = project?.environments ?? {};
  if (options.env !== undefined) return namedEnvironment(options.env, environments, env);
  const names = Object.keys(environments);
  if (names.length > 0) {
    throw new CliError(`Say which environment is meant: ${names.map((name) => `--env ${name}`).join(' or ')}.`);
  }
  const region = env['GENESYSCLOUD_REGION'];
  if (!region) {
    throw new CliError(
      'No org is named. Add environments to genesys.yaml and give --env, set GENESYSCLOUD_REGION, or give --sandbox <url>.',
    );
  }
  const target = accept(regionTarget(region));
  return { target, planTarget: { name: target.label, protected: false } };
}

function namedEnvironment(
  name: string,
  environments: NonNullable<GenesysProject['environments']>,
  env: Env,
): Destination {
  const environment = Object.hasOwn(environments, name) ? environments[name] : undefined;
  if (environment === undefined) {
    const names = Object.keys(environments);
    throw new CliError(
      `genesys.yaml has no environment "${name}". ${names.length > 0 ? `It has: ${names.join(', ')}.` : 'Add it under "environments".'}`,
    );
  }
  const target = accept(regionTarget(environment.region));
  const region = env['GENESYSCLOUD_REGION'];
  // The credentials of one region must not be shown to the login of another.
  if (region && accept(regionTarget(region)).apiUrl !== target.apiUrl) {
    throw new CliError(
      `genesys.yaml says that "${name}" is in ${target.label}, but GENESYSCLOUD_REGION is ${region}. Unset it, or choose another environment.`,
    );
  }
  return {
    target,
    planTarget: {
      name,
      protected: environment.protected === true,
      ...(environment.org !== undefined && { org: environment.org }),
    },
  };
}

function accept(result: TargetResult): Target {
  if (!result.ok) throw new CliError(result.why);
  return result.target;
}
