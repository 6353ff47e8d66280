/** The query in a piece of a program: the map among its literals that looks most like one. */
import { findInventedKey } from '../../contract/inventions.ts';
import { allowedKeys } from '../../contract/descriptions.ts';
import { queryKinds } from '../../contract/schema.ts';
import { isMap, type Literal, readLiteral } from './literal.ts';

export interface Candidate {
  readonly map: ReadonlyMap<string, Literal>;
  /** The class or function whose arguments it is. */
  readonly call?: string;
  readonly score: number;
}

/** Keys under which a request or a test holds the query. */
const wrappers: readonly string[] = ['body', 'query', 'json', 'payload', 'data', 'requestBody', 'request', 'params'];

/** The best candidate of a whole program: names that are given a literal are known, and keys that are set later are in. */
export function queryInCode(text: string): Candidate | undefined {
  const names = new Map<string, Literal>();
  const found: Candidate[] = [];
  const assignment = /(?<![\w.=!<>])([A-Za-z_$][\w$]*)(?:[ \t]*:[ \t]*[\w.[\], <>|"]+?)?[ \t]*=\s*(?![=>])/g;
  const keySet = /(?<![\w.])([A-Za-z_$][\w$]*)(?:\[[ \t]*["'](\w+)["'][ \t]*\]|\.(\w+))[ \t]*=\s*(?!=)/g;
  const starts = [
    ...text.matchAll(assignment),
    ...text.matchAll(keySet),
    ...text.matchAll(/[{(]\s*(?=[{["'A-Za-z_])/g),
  ];
  for (const match of starts.toSorted((a, b) => a.index - b.index)) {
    const [whole, name, quoted, dotted] = match;
    const isOpen = name === undefined;
    const read = readLiteral(
      text,
      isOpen ? match.index + (whole[0] === '(' ? whole.length : 0) : match.index + whole.length,
      names,
    );
    if (read === undefined) continue;
    const key = quoted ?? dotted;
    const target = name === undefined ? undefined : names.get(name);
    if (key !== undefined && isMap(target) && name !== undefined) {
      const extended = new Map(target).set(key, read.value);
      names.set(name, extended);
      found.push(candidate(extended));
    } else if (name !== undefined && key === undefined && isWorthKeeping(read.value)) names.set(name, read.value);
    if (isMap(read.value)) found.push(candidate(read.value, read.call));
  }
  // Of two that are alike the later one counts: it has what was set in between.
  return found
    .toReversed()
    .toSorted((a, b) => b.score - a.score)
    .find(({ score }) => score > 0);
}

function isWorthKeeping(value: Literal): boolean {
  return value !== null && !(typeof value === 'object' && 'computed' in value);
}

/** The query in a map: itself, or what a wrapper holds, also as a text of JSON. */
export function candidate(map: ReadonlyMap<string, Literal>, call?: string): Candidate {
  const own: Candidate = { map, score: scoreOf(map), ...(call === undefined ? {} : { call }) };
  const inner = wrappers.flatMap((key): readonly Candidate[] => {
    const value = map.get(key);
    const text = typeof value === 'string' ? readLiteral(value, 0)?.value : value;
    return isMap(text) ? [candidate(text)] : [];
  });
  return [own, ...inner].toSorted((a, b) => b.score - a.score)[0] ?? own;
}

/** How many keys are those of a query, real ones twice. Words that any request has do not count. */
function scoreOf(map: ReadonlyMap<string, Literal>): number {
  return [...map.keys()].reduce((sum, key) => {
    if (queryKinds.some((kind) => allowedKeys(kind, []).some((allowed) => allowed.key === key))) return sum + 2;
    const invented = findInventedKey('details', key) ?? findInventedKey('aggregates', key);
    const isRequest = invented === undefined || invented.secret === true || common.has(key);
    return isRequest ? sum : sum + 1;
  }, 0);
}

const common = new Set([
  'url',
  'uri',
  'host',
  'path',
  'method',
  'endpoint',
  'timeout',
  'query',
  'accept',
  'mode',
  'clientId',
  'client_id',
  'scope',
  'grant_type',
  'region',
]);
