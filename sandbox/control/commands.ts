/** What the control port can do, by method and path. JSON in, JSON out. */
import type { FaultRules } from './rules.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import type { LoggedRequest } from '../log.ts';
import type { OrgEdits } from '../org/edits.ts';
import { type Switches, parseSwitch } from '../switches.ts';
import type { World } from '../world.ts';
import { editOf } from './edits.ts';
import { faultOf, outageOf } from './faultOf.ts';
import { BadRequest, fieldsOf } from './fields.ts';
import { matcher, methods } from './matcher.ts';
import type { Network } from './network.ts';

export interface Controlled {
  readonly world: World;
  readonly edit: OrgEdits;
  readonly rules: FaultRules;
  readonly network: Network;
  readonly log: readonly LoggedRequest[];
  setSwitches(switches: Partial<Switches>): void;
}

export interface Command {
  readonly method: string;
  /** Path without its first slash, by its segments. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** Parsed JSON, or undefined. */
  readonly body: unknown;
}

/** What is to be sent as JSON; undefined for what does not exist. Throws `BadRequest` for a body that cannot be used. */
export type Commands = (command: Command) => Promise<unknown>;

const mostTimes = 1_000_000;

export function createCommands({ world, edit, rules, network, log, setSwitches }: Controlled): Commands {
  function addFault(body: unknown): JsonObject | undefined {
    const fields = fieldsOf(body, 'A fault rule');
    const method = fields.has('method') ? fields.oneOf('method', methods) : undefined;
    const path = fields.optionalText('path');
    const nth = fields.has('nth') ? fields.wholeNumber('nth', 1, mostTimes) : 1;
    const times = fields.has('times') ? fields.wholeNumber('times', 1, mostTimes) : 1;
    const fault = fields.object('fault');
    fields.end();
    const make = faultOf(fault, (value) => editOf(edit, value));
    const sent: JsonObject = { method, path, nth, times, fault };
    return rules.view(rules.add({ matches: matcher(method, path), nth, times, make, sent }));
  }

  async function ofFault(command: Command, id: string, rest: readonly string[]): Promise<JsonObject | undefined> {
    const done = `${command.method} ${rest.join('/')}`;
    if (!rules.view(id)) return undefined;
    if (done === 'DELETE ') return { removed: rules.remove(id) };
    if (done === 'POST release') return { released: rules.release(id, releaseOf(command.body)) };
    if (done === 'GET struck') await rules.struck(id, wholeNumberOf(command.query, 'times', 1));
    else if (done !== 'GET ') return undefined;
    return rules.view(id);
  }

  return async (command) => {
    const { body, segments } = command;
    const [first, second, ...rest] = segments;
    if (first === 'faults' && second !== undefined) return ofFault(command, second, rest);
    switch (`${command.method} ${segments.join('/')}`) {
      case 'GET faults':
        return { faults: rules.views() };
      case 'POST faults':
        return addFault(body);
      case 'DELETE faults':
        return { removed: rules.views().filter(({ id }) => rules.remove(id)).length };
      case 'GET requests':
        return { requests: log.slice(wholeNumberOf(command.query, 'from', 0)) };
      case 'GET switches':
        return { ...world.switches };
      case 'PATCH switches':
        setSwitches(switchesOf(body));
        return { ...world.switches };
      case 'POST edits':
        return made(editOf(edit, body));
      case 'GET network':
        return networkView(network);
      case 'PUT network':
        await network.set(networkOf(body));
        return networkView(network);
      case 'POST tokens/expire':
        world.tokens.expireAll();
        return {};
      case 'POST tokens/revoke':
        world.tokens.revokeAll();
        return {};
      default:
        return undefined;
    }
  };
}

/** What an edit names may not exist. */
function made(edit: () => void): JsonObject {
  try {
    edit();
  } catch (error) {
    throw new BadRequest(error instanceof Error ? error.message : String(error));
  }
  return {};
}

/** Without a body the requests go on; `{"drop": true}` ends their connections, and what was held before is not done. */
function releaseOf(body: unknown): 'goOn' | 'drop' {
  if (body === undefined) return 'goOn';
  const fields = fieldsOf(body, 'A release');
  const drop = fields.any('drop');
  fields.end();
  return drop === true ? 'drop' : 'goOn';
}

/** A parameter of the query, which may be absent and then is its lowest. */
function wholeNumberOf(query: URLSearchParams, name: string, lowest: number): number {
  const value = Number(query.get(name) ?? lowest);
  if (Number.isInteger(value) && value >= lowest) return value;
  throw new BadRequest(`"${name}" is a whole number from ${lowest}.`);
}

function switchesOf(body: unknown): Partial<Switches> {
  if (!isJsonObject(body)) throw new BadRequest('Switches are a JSON object.');
  const set: Partial<Switches> = {};
  for (const [name, value] of Object.entries(body)) {
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw new BadRequest(`Switch ${name} needs a word or a number.`);
    }
    try {
      Object.assign(set, parseSwitch(`${name}=${value}`));
    } catch (error) {
      throw new BadRequest(error instanceof Error ? error.message : String(error));
    }
  }
  return set;
}

function networkOf(body: unknown): Network['state'] {
  const fields = fieldsOf(body, 'The network');
  const [down, outage] = [fields.any('down'), outageOf(fields)];
  fields.end();
  if (typeof down !== 'boolean') throw new BadRequest('The network needs "down", true or false.');
  return down ? outage : 'up';
}

const networkView = ({ state }: Network): JsonObject => (state === 'up' ? { down: false } : { down: true, as: state });
