/** Where the fields of survey rules are named, and what may be asked of them. */
import type { SchemaPath } from '../../contract/schema.ts';
import type { SurveyField, SurveyValue } from '../../survey/index.ts';
import { fieldsIn } from '../../survey/parts.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText, textsOf } from '../../text/walk.ts';
import { comparisonsIn, itemsOf } from './surveyParts.ts';

/** True for a map whose keys are fields: a condition, or what a test gives. */
export function holdsFields(path: SchemaPath): boolean {
  if (path[0] === 'tests') return path.length === 3 && path[2] === 'given';
  if (path[0] !== 'rules' || path[2] !== 'when') return false;
  const nested = path.slice(3);
  return (
    nested.length % 2 === 0 &&
    nested.every((step, index) =>
      index % 2 === 0 ? step === 'any' || step === 'all' : typeof step !== 'string' || step === '*',
    )
  );
}

/** The field that the last key of a path names, where it names one: also where it is declared. */
export function fieldAt(path: SchemaPath): string | undefined {
  const name = path.at(-1);
  if (typeof name !== 'string') return undefined;
  if (path[0] === 'fields') return path.length === 2 ? name : undefined;
  return holdsFields(path.slice(0, -1)) && (path[0] === 'tests' || (name !== 'any' && name !== 'all'))
    ? name
    : undefined;
}

/** The field whose value stands at a path, and whether it is asked for in a condition or given in a test. */
export function askedAt(
  root: Node | undefined,
  path: SchemaPath,
):
  | { readonly field: SurveyField; readonly name: string; readonly inTest: boolean; readonly inList: boolean }
  | undefined {
  const inList = path[0] === 'rules' && (typeof path.at(-1) === 'number' || path.at(-1) === '*');
  const name = path[0] === 'fields' ? undefined : fieldAt(inList ? path.slice(0, -1) : path);
  const field = name === undefined ? undefined : fieldsIn(root).get(name);
  return name === undefined || field === undefined ? undefined : { field, name, inTest: path[0] === 'tests', inList };
}

/** False where a field that holds no number is asked for: no operator fits it. */
export function takesRange(root: Node | undefined, path: SchemaPath): boolean {
  const type = askedAt(root, path)?.field.type;
  return type !== 'string' && type !== 'boolean';
}

/** Numbers up to here are worth a list. */
const few = 21;

/**
 * Values that a field may be compared with or given: those its declaration lists, a short range of whole numbers, and
 * the texts that rules already ask for.
 */
export function valuesOfField(root: Node | undefined, name: string, field: SurveyField): readonly SurveyValue[] {
  if (field.type === 'boolean') return [true, false];
  if (field.type === 'string') return field.values ?? textsAsked(root, name);
  const { type, min, max } = field;
  if (type !== 'integer' || min === undefined || max === undefined || max - min >= few) return [];
  const first = Math.ceil(min);
  return Array.from({ length: Math.max(0, Math.floor(max) - first + 1) }, (_, index) => first + index);
}

function textsAsked(root: Node | undefined, name: string): readonly string[] {
  const asked = itemsOf(childOf(root, 'rules'))
    .flatMap((rule) => comparisonsIn(childOf(rule, 'when')))
    .filter(({ field }) => field === name)
    .flatMap(({ value }) => (isText(value) ? [value] : textsOf(value)))
    .map(({ value }) => value);
  return [...new Set(asked)].filter((text) => text !== '' && text !== 'exists' && text !== 'missing');
}
