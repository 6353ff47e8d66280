/** What the published models say about the values of a dimension. */
import { dimensionFacts } from './generated/api.ts';

export interface DimensionFacts {
  readonly type: 'enum' | 'boolean' | 'date-time' | 'integer' | 'number';
  /** The published values of an enum. A filter takes any text, so others are unlikely and not impossible. */
  readonly values?: readonly string[];
}

const facts: Readonly<Record<string, DimensionFacts>> = dimensionFacts;

/** Undefined for a dimension that holds text: an id, a name, a number to call. */
export function dimensionFactsOf(dimension: string): DimensionFacts | undefined {
  return Object.hasOwn(facts, dimension) ? facts[dimension] : undefined;
}
