/** The schema's findings about one entry, with the places in the file where they stand. */
import {
  validateCatalogHead,
  validateCode,
  validateConversationAggregates,
  validateConversationDetails,
  validateProject,
  validateSurveyRules,
} from '../contract/generated/validators.mjs';
import type { SchemaError } from '../contract/validator.ts';
import type { MapNode, Node, Pair } from '../text/tree.ts';
import { childOf, nodeAtPointer, pairOf, toValue } from '../text/walk.ts';
import { isOrdinary } from './ordinaryCode.ts';

export interface SchemaIssue {
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Keys and indexes from the entry to the place. */
  readonly path: readonly (string | number)[];
  /** The place's value; absent where nothing is written. */
  readonly node: Node | undefined;
  /** The pair that holds the value, where it stands under a key. */
  readonly pair: Pair | undefined;
  /** The map that holds the pair, or the node itself for findings about keys of it. */
  readonly parent: Node | undefined;
}

const validators = {
  head: validateCatalogHead,
  code: validateCode,
  project: validateProject,
  survey: validateSurveyRules,
  ConversationDetails: validateConversationDetails,
  ConversationAggregates: validateConversationAggregates,
} as const;

const none: readonly SchemaIssue[] = [];

export function schemaIssues(part: keyof typeof validators, root: Node): readonly SchemaIssue[] {
  if (part === 'code' && isOrdinary(root)) return none;
  const validate = validators[part];
  if (validate(part === 'head' ? headValue(root) : toValue(root))) return none;
  return (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map((error) => issueOf(error, root));
}

/** The head's own value: the items of `codes` are entries of their own. */
function headValue(root: Node): unknown {
  const codes = childOf(root, 'codes');
  if (root.kind !== 'map' || codes?.kind !== 'seq') return toValue(root);
  const pairs = root.pairs.filter((pair) => pair.value !== codes);
  const head: MapNode = { ...root, pairs };
  return { ...Object(toValue(head)), codes: [] };
}

function issueOf(error: SchemaError, root: Node): SchemaIssue {
  const { node, pair } = nodeAtPointer(root, error.instancePath);
  const path = stepsOf(error.instancePath, root);
  if (error.keyword === 'additionalProperties') {
    const key = String(error.params['additionalProperty']);
    const unknown = pairOf(node, key);
    return {
      keyword: error.keyword,
      params: error.params,
      path: [...path, key],
      node: unknown?.value,
      pair: unknown,
      parent: node,
    };
  }
  const { node: parent } = nodeAtPointer(root, error.instancePath.replace(/\/[^/]*$/, ''));
  return { keyword: error.keyword, params: error.params, path, node, pair, parent };
}

/** A JSON pointer as keys and indexes: `/queues/0` is an index in a list and a key in a map. */
function stepsOf(pointer: string, root: Node): (string | number)[] {
  let node: Node | undefined = root;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const isItem: boolean = node?.kind === 'seq';
      node = node?.kind === 'seq' ? node.items[Number(key)] : childOf(node, key);
      return isItem ? Number(key) : key;
    });
}
