/** The org as conversations need it, read once, so that what routes change later does not change the past. */
import { isJsonObject, type JsonObject } from '../../json.ts';
import type { Org } from '../../org/model.ts';
import { seededRandom } from '../../random.ts';

export interface FloorQueue {
  readonly id: string;
  readonly name: string;
  readonly divisionId: string;
  /** `acwSettings.wrapupPrompt`. */
  readonly prompt: string;
  /** `acwSettings.timeoutMs`, where the prompt has one. */
  readonly timeoutMs: number | undefined;
  /** The queue's codes, the most used first. */
  readonly codes: readonly string[];
  readonly agents: readonly Agent[];
  /** `serviceLevel.durationMs` by the key of `mediaSettings`. */
  readonly serviceLevelMs: (media: string) => number;
}

export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly divisionId: string;
}

export interface Floor {
  readonly queues: readonly FloorQueue[];
  readonly agents: readonly Agent[];
  readonly homeDivisionId: string;
  readonly deletedCodes: readonly string[];
  /** Ids of codes that the org does not know. */
  readonly lostCodes: readonly string[];
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  readonly campaigns: readonly string[];
  /** Two forms for evaluations and one for surveys. */
  readonly forms: readonly string[];
}

export function readFloor(org: Org, seed: number): Floor {
  const ids = (kind: string, count: number): readonly string[] =>
    Array.from({ length: count }, (_, index) => seededRandom(`${seed}/${kind}/${index}`).uuid());
  const agents = org.users
    .filter((user) => user.state === 'active')
    .map(({ id, name, divisionId }) => ({ id, name, divisionId }));
  return {
    queues: [...org.queues.values()].map((queue) => ({
      id: queue.id,
      name: queue.name,
      divisionId: queue.divisionId,
      ...afterCallWork(queue.settings),
      codes: shuffled(
        [...(org.queueCodes.get(queue.id) ?? [])].filter((id) => !org.codes.get(id)?.deleted),
        `${seed}/used codes/${queue.id}`,
      ),
      agents: shuffled(agents, `${seed}/agents/${queue.id}`).slice(0, 18),
      serviceLevelMs: (media) => serviceLevel(queue.settings, media),
    })),
    agents,
    homeDivisionId: org.divisions.find((division) => division.home)?.id ?? '',
    deletedCodes: [...org.codes.values()].filter((code) => code.deleted).map((code) => code.id),
    lostCodes: ids('lost code', 3),
    skills: ids('skill', 5),
    languages: ids('language', 3),
    campaigns: ids('campaign', 3),
    forms: ids('form', 3),
  };
}

function afterCallWork(settings: JsonObject): { readonly prompt: string; readonly timeoutMs: number | undefined } {
  const acw = objectAt(settings, 'acwSettings');
  const [prompt, timeoutMs] = [acw['wrapupPrompt'], acw['timeoutMs']];
  return {
    prompt: typeof prompt === 'string' ? prompt : 'OPTIONAL',
    timeoutMs: typeof timeoutMs === 'number' ? timeoutMs : undefined,
  };
}

/** Half a minute where the queue says nothing (inferred). */
function serviceLevel(settings: JsonObject, media: string): number {
  const level = objectAt(objectAt(objectAt(settings, 'mediaSettings'), media), 'serviceLevel');
  return typeof level['durationMs'] === 'number' ? level['durationMs'] : 30_000;
}

function objectAt(parent: JsonObject, key: string): JsonObject {
  const value = parent[key];
  return isJsonObject(value) ? value : {};
}

function shuffled<T>(list: readonly T[], seed: string): readonly T[] {
  const random = seededRandom(seed);
  return list
    .map((value) => ({ value, rank: random.next() }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ value }) => value);
}
