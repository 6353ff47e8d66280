/** Process Automation: a workflow that the org starts when something happens. */
import type { Api, ApiRequest, CallOptions, Written } from '../request.ts';
import { written } from '../request.ts';
import type { Read } from '../shape.ts';
import { compact, expectShape, filledText, isFields, readAll, readNamed, text } from '../shape.ts';

/** The published `Trigger`, as far as it is used. */
export interface Trigger {
  readonly id: string;
  readonly name: string;
  readonly topicName?: string;
  readonly enabled?: boolean;
  readonly target?: { readonly type?: string; readonly id?: string };
  readonly description?: string;
}

/** The published `CreateTriggerRequest`. */
export interface TriggerRequest {
  readonly name: string;
  /** Holds `{id}` literally: `v2.detail.events.conversation.{id}.wrapup`. */
  readonly topicName: string;
  readonly enabled: boolean;
  /** The only published type. */
  readonly target: {
    readonly type: 'Workflow';
    readonly id: string;
    readonly workflowTargetSettings?: { readonly dataFormat: 'Json' | 'TopLevelPrimitives' };
  };
  readonly matchCriteria?: readonly MatchCriterion[];
  /** At least 10; not together with `delayBySeconds`. */
  readonly eventTTLSeconds?: number;
  /** 60 to 900. */
  readonly delayBySeconds?: number;
  /** At most 512 characters. */
  readonly description?: string;
}

/** The published `MatchCriteria`. */
export interface MatchCriterion {
  readonly jsonPath: string;
  readonly operator: string;
  readonly value?: unknown;
  readonly values?: readonly unknown[];
}

const TRIGGERS = '/api/v2/processautomation/triggers';
/** The published most. */
const A_PAGE = 200;
/** Ends a list whose cursor never does. */
const MOST_PAGES = 1000;

const readTrigger: Read<Trigger> = (value) => {
  const named = readNamed(value);
  if (named === undefined || !isFields(value)) return undefined;
  const target = isFields(value['target']) ? value['target'] : undefined;
  return compact<Trigger>({
    ...named,
    topicName: text(value['topicName']),
    enabled: typeof value['enabled'] === 'boolean' ? value['enabled'] : undefined,
    target: target && compact({ type: text(target['type']), id: text(target['id']) }),
    description: text(value['description']),
  });
};

/** `GET /api/v2/processautomation/triggers`, to the end of its cursor. Needs `processautomation:trigger:view` or `:edit`. */
export function listTriggers(api: Api, options: CallOptions): Promise<readonly Trigger[]> {
  return allByCursor(api, { path: TRIGGERS, what: 'a list of triggers', read: readTrigger }, options);
}

/** `GET /api/v2/processautomation/triggers/topics`: the names of the topics that a trigger may be on. */
export function listTriggerTopics(api: Api, options: CallOptions): Promise<readonly string[]> {
  return allByCursor(api, { path: `${TRIGGERS}/topics`, what: 'a list of topics', read: text }, options);
}

/** `POST /api/v2/processautomation/triggers`. Needs `processautomation:trigger:add`. */
export async function createTrigger(api: Api, body: TriggerRequest, options: CallOptions): Promise<Written<Trigger>> {
  const request: ApiRequest = { method: 'POST', path: TRIGGERS, body, options };
  const answer = await api(request);
  return written(expectShape(request, answer, 'a trigger', readTrigger), answer);
}

/** `DELETE /api/v2/processautomation/triggers/{triggerId}`, which answers with nothing. */
export async function removeTrigger(api: Api, id: string, options: CallOptions): Promise<Written<undefined>> {
  return written(undefined, await api({ method: 'DELETE', path: `${TRIGGERS}/${encodeURIComponent(id)}`, options }));
}

interface CursorList<T> {
  readonly path: string;
  readonly what: string;
  readonly read: Read<T>;
}

/** These two lists have no page numbers: `nextUri` holds the cursor `after`, and only that is taken from it. */
async function allByCursor<T>(api: Api, list: CursorList<T>, options: CallOptions): Promise<readonly T[]> {
  const found: T[] = [];
  const seen = new Set<string>();
  let after: string | undefined;
  for (let page = 1; page <= MOST_PAGES; page++) {
    const query = new URLSearchParams({ pageSize: String(A_PAGE), ...(after === undefined ? {} : { after }) });
    const request: ApiRequest = { method: 'GET', path: `${list.path}?${query.toString()}`, options };
    const { entities, next } = expectShape(request, await api(request), list.what, readPage(list.read));
    found.push(...entities);
    if (next === undefined || seen.has(next)) break;
    seen.add(next);
    after = next;
  }
  return found;
}

function readPage<T>(read: Read<T>): Read<{ readonly entities: readonly T[]; readonly next: string | undefined }> {
  return (value) => {
    if (!isFields(value)) return undefined;
    const entities = readAll(read)(value['entities']);
    const uri = filledText(value['nextUri']);
    return entities && { entities, next: uri === undefined ? undefined : afterOf(uri) };
  };
}

/** The uri is a path, or a whole address. */
function afterOf(uri: string): string | undefined {
  const query = uri.slice(uri.indexOf('?') + 1);
  return uri.includes('?') ? (new URLSearchParams(query).get('after') ?? undefined) : undefined;
}
