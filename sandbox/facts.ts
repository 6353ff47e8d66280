/**
 * The published facts that the sandbox answers by: permissions, page defaults, models, limits, error texts.
 * All of them are data in `schemas/api`; nothing is repeated here.
 */
import endpointsFile from '#schemas/api/endpoints.json' with { type: 'json' };
import errorsFile from '#schemas/api/errors-2018-swagger.json' with { type: 'json' };
import limitsFile from '#schemas/api/limits.json' with { type: 'json' };
import modelsFile from '#schemas/api/models.json' with { type: 'json' };
import topicsFile from '#schemas/api/notification-topics.json' with { type: 'json' };
import oauthFile from '#schemas/api/oauth.json' with { type: 'json' };

export interface Permissions {
  /** `NO`: a token is enough. */
  readonly require: 'ALL' | 'ANY' | 'NO';
  readonly list: readonly string[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly default?: string | undefined;
  readonly values?: readonly string[] | undefined;
}

export interface ModelField {
  readonly type: string;
  readonly required: boolean;
  readonly readOnly?: boolean | undefined;
  readonly enum?: readonly string[] | undefined;
}

export type Model = Readonly<Record<string, ModelField>>;

interface Endpoint {
  readonly permissions: { readonly require: string; readonly list: readonly string[] };
  readonly params: readonly Parameter[];
}

const endpoints = new Map<string, Endpoint>(
  endpointsFile.endpoints.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint]),
);
const specificErrors: Readonly<
  Record<string, { readonly specific: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> }>
> = errorsFile.endpoints;
const models: Readonly<Record<string, Model>> = modelsFile.models;

/** What the endpoint asks of a client. An endpoint that the facts do not list asks nothing (inferred). */
export function permissionsFor(method: string, template: string): Permissions {
  const found = endpoints.get(`${method} ${template}`)?.permissions;
  const require = found?.require === 'ALL' || found?.require === 'ANY' ? found.require : 'NO';
  return { require, list: found?.list ?? [] };
}

/** All published permissions with one of these actions, for example every `view`. */
export function permissionsNamed(...actions: readonly string[]): readonly string[] {
  return knownPermissions.filter((permission) => actions.includes(permission.split(':')[2] ?? ''));
}

/** A query parameter's published default as text, for example pageSize 25. */
export function parameterDefault(method: string, template: string, name: string): string | undefined {
  return parameter(method, template, name)?.default;
}

/** A query parameter's published values, where it has a fixed set. */
export function parameterValues(method: string, template: string, name: string): readonly string[] | undefined {
  return parameter(method, template, name)?.values;
}

function parameter(method: string, template: string, name: string): Parameter | undefined {
  return endpoints.get(`${method} ${template}`)?.params.find((one) => one.in === 'query' && one.name === name);
}

/** A published model by name, or undefined if the facts do not hold it. */
export function modelNamed(name: string): Model | undefined {
  return models[name];
}

/** A limit's one number; throws if the facts hold none, since then nobody may rely on it. */
export function limitValue(key: string): number {
  const value = limitsFile.limits.find((limit) => limit.key === key)?.value;
  if (typeof value !== 'number') throw new Error(`The facts hold no number for ${key}.`);
  return value;
}

/** A limit's lowest and highest value. */
export function limitRange(key: string): { readonly lowest: number; readonly highest: number } {
  const value = limitsFile.limits.find((limit) => limit.key === key)?.value;
  if (!Array.isArray(value)) throw new Error(`The facts hold no range for ${key}.`);
  const [lowest, highest] = value;
  if (lowest === undefined || highest === undefined) throw new Error(`The range of ${key} is not two numbers.`);
  return { lowest, highest };
}

/** The limits of one namespace that are documented under their real key. Others are unknown and stay out. */
export function documentedLimits(namespace: string): readonly { readonly key: string; readonly value: number }[] {
  const prefix = `${namespace}.`;
  const found: { key: string; value: number }[] = [];
  // Only these keys are the platform's own spelling; the other ones in the file are names of ours.
  if (namespace !== 'platform.api') return found;
  for (const limit of limitsFile.limits) {
    if (!limit.key.startsWith(prefix) || typeof limit.value !== 'number') continue;
    if (limit.confidence !== 'documented page') continue;
    found.push({ key: limit.key.slice(prefix.length), value: limit.value });
  }
  return found;
}

/** All limit namespaces, from the `Limit` model's enum. */
export const limitNamespaces: readonly string[] = models['Limit']?.['namespace']?.enum ?? [];

/** The published sentence for a code that any endpoint may answer, with its `%s` places. */
export function genericMessage(code: string): string {
  const found = errorsFile.generic.find((error) => error.code === code);
  if (!found) throw new Error(`The facts hold no error code ${code}.`);
  return found.message;
}

/** The status and the sentence of an error code that was published for one endpoint. */
export function specificError(
  method: string,
  template: string,
  code: string,
): { readonly status: number; readonly message: string } {
  const statuses = specificErrors[`${method} ${template}`]?.specific ?? {};
  for (const [status, messages] of Object.entries(statuses)) {
    const message = messages[code];
    if (message !== undefined) return { status: Number(status), message };
  }
  throw new Error(`The facts hold no error code ${code} for ${method} ${template}.`);
}

/** The permissions of all endpoints, which are those that the facts know. */
export const knownPermissions: readonly string[] = [
  ...new Set(endpointsFile.endpoints.flatMap((endpoint) => endpoint.permissions.list)),
].toSorted();

/** The published topics of the notification service. */
export const topicNames: readonly string[] = topicsFile.topics.map(({ topic }) => topic);

/** Seconds that an access token lives unless the client says otherwise. */
export const defaultTokenSeconds: number = oauthFile.accessTokenValiditySeconds.default;

/** The least and the most seconds that a client may say. */
export const tokenSecondsRange: { readonly min: number; readonly max: number } = oauthFile.accessTokenValiditySeconds;
