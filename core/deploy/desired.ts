/** What the catalogs ask of one environment at one instant: defaults merged, names mapped, dates decided. */
import { effectiveTags } from '../contract/effectiveTags.ts';
import { type Renaming, renamingFor } from '../contract/renames.ts';
import { SANDBOX_ENVIRONMENT } from '../contract/environments.ts';
import type { CodeState, WrapUpCatalog, WrapUpCode } from '../contract/generated/files.ts';
import type { PlanRequest } from './model.ts';
import type { Validity } from './validity.ts';
import { validityAt } from './validity.ts';

/** An absent field means: keep what the org has. */
export interface DesiredCode {
  readonly path: string;
  readonly name: string;
  readonly description?: string;
  /** The org's name of the division, or `*`. */
  readonly division?: string;
  /** The org's names of the queues, each once. */
  readonly queues?: readonly string[];
  readonly formerly: readonly string[];
  readonly state: CodeState;
  readonly validity: Validity;
  readonly mandatory: boolean;
  /** Each flag once. `default`: no entry, so that the org's default set applies. */
  readonly outbound?: readonly string[] | 'default';
  /** What stays in the file, as a data table has it. */
  readonly code?: string;
  readonly category?: string;
  readonly subcategory?: string;
  /** Effective ones: `cat:…`, `sub:…`, then the entry's own. */
  readonly tags: readonly string[];
  readonly validFrom?: string;
  readonly validThrough?: string;
}

export interface Desired {
  readonly codes: readonly DesiredCode[];
  /** Entries that `environments:` keeps out of this environment. */
  readonly excluded: readonly WrapUpCode[];
}

export type DesiredRequest = Pick<PlanRequest, 'catalogs' | 'project' | 'target' | 'asOf'>;

/** Entries in the order of the files. */
export function desiredOf(request: DesiredRequest): Desired {
  const renaming = renamingFor(request.project, request.target.name);
  const codes: DesiredCode[] = [];
  const excluded: WrapUpCode[] = [];
  for (const { path, catalog } of request.catalogs) {
    for (const code of catalog.codes) {
      if (isFor(code, request)) codes.push(desiredCode(path, catalog, code, renaming, request));
      else excluded.push(code);
    }
  }
  return { codes, excluded };
}

/** The built-in sandbox stands in for every environment, unless genesys.yaml has one of that name. */
function isFor(code: WrapUpCode, { project, target }: DesiredRequest): boolean {
  if (code.environments === undefined || code.environments.includes(target.name)) return true;
  const declared = Object.keys(project?.environments ?? {}).includes(target.name);
  return target.name === SANDBOX_ENVIRONMENT && !declared && code.environments.length > 0;
}

function desiredCode(
  path: string,
  catalog: WrapUpCatalog,
  code: WrapUpCode,
  renaming: Renaming,
  { project, asOf }: DesiredRequest,
): DesiredCode {
  const division = code.division ?? catalog.division;
  const queues = code.queues ?? catalog.defaults?.queues;
  return {
    path,
    name: code.name,
    ...(code.description === undefined ? {} : { description: code.description }),
    ...(division === undefined ? {} : { division: division === '*' ? '*' : renaming.division(division) }),
    ...(queues === undefined ? {} : { queues: [...new Set(queues.map((queue) => renaming.queue(queue)))] }),
    formerly: code.formerly ?? [],
    state: code.state ?? 'active',
    validity: validityAt(code.validFrom, code.validThrough, asOf),
    mandatory: code.mandatory === true,
    ...outboundOf(code),
    ...(code.code === undefined ? {} : { code: code.code }),
    ...(code.category === undefined ? {} : { category: code.category }),
    ...(code.subcategory === undefined ? {} : { subcategory: code.subcategory }),
    tags: effectiveTags(code, catalog, project),
    ...(code.validFrom === undefined ? {} : { validFrom: code.validFrom }),
    ...(code.validThrough === undefined ? {} : { validThrough: code.validThrough }),
  };
}

function outboundOf({ outbound }: WrapUpCode): Pick<DesiredCode, 'outbound'> {
  if (outbound === undefined) return {};
  return { outbound: outbound === 'default' ? outbound : [...new Set(outbound)] };
}
