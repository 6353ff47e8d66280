/** Survey rules read in the plainest way, from their data and never from our model: what `decide` is compared with. */
import fc from 'fast-check';

export type Value = string | number | boolean;
export type Response = Readonly<Record<string, Value>>;
/** A value, or one of the words `missing` and `exists`. */
export type Match = Value | readonly Value[] | Readonly<Record<string, number>>;
export interface When {
  readonly [key: string]: Match | readonly When[];
}
export interface Rules {
  readonly kind: 'SurveyRules';
  readonly conversationId: string;
  readonly fields: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly rules: readonly { readonly when: When; readonly assign: string }[];
  readonly otherwise: string;
  readonly tests?: readonly { readonly given: Response; readonly expect: string }[];
}

export const fields = {
  nps: { type: 'integer', min: 0, max: 4 },
  score: { type: 'number', min: 0, max: 2 },
  issue: { type: 'string', upper: true },
  channel: { type: 'string', values: ['web', 'voice'] },
  vip: { type: 'boolean' },
} as const;
export const codes = ['RESOLVED', 'ESC_TECH', 'SOLD'] as const;

/** Every response that these fields can have, but for numbers between the halves and texts nobody asks for. */
export const space: Readonly<Record<string, readonly (Value | undefined)[]>> = {
  nps: [undefined, 0, 1, 2, 3, 4],
  score: [undefined, 0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2],
  issue: [undefined, 'A', 'B', 'C'],
  channel: [undefined, 'web', 'voice'],
  vip: [undefined, true, false],
};

export function allResponses(names: readonly string[]): readonly Response[] {
  let all: readonly Response[] = [{}];
  for (const name of names)
    all = all.flatMap((response) =>
      (space[name] ?? []).map((value) => (value === undefined ? response : { ...response, [name]: value })),
    );
  return all;
}

export function interpret(
  { rules, otherwise }: Rules,
  given: Response,
): { readonly rule: number; readonly code: string } {
  const seen: Response = typeof given['issue'] === 'string' ? { ...given, issue: given['issue'].toUpperCase() } : given;
  const rule = rules.findIndex(({ when }) => isMet(when, seen));
  return { rule, code: rules[rule]?.assign ?? otherwise };
}

export function isMet(when: When, seen: Response): boolean {
  return Object.entries(when).every(([key, asked]) => {
    if (key === 'any') return Array.isArray(asked) && asked.some((part: When) => isMet(part, seen));
    if (key === 'all') return Array.isArray(asked) && asked.every((part: When) => isMet(part, seen));
    const value = seen[key];
    if (asked === 'missing') return value === undefined;
    if (value === undefined) return false;
    if (asked === 'exists') return true;
    if (Array.isArray(asked)) return asked.some((one) => one === value);
    if (typeof asked !== 'object') return asked === value;
    const { lt, lte, gt, gte } = asked as Readonly<Record<string, number>>;
    if (typeof value !== 'number') return false;
    if (lt !== undefined && !(value < lt)) return false;
    if (lte !== undefined && !(value <= lte)) return false;
    if (gt !== undefined && !(value > gt)) return false;
    return gte === undefined || value >= gte;
  });
}

/** No comparison is impossible by itself: those are told where they stand. `steps` begins with the least. */
const numberMatch = (steps: readonly number[]): fc.Arbitrary<Match> => {
  const bound = fc.constantFrom(...steps);
  return fc.oneof(
    fc.constantFrom<Match>('missing', 'exists'),
    bound,
    fc.uniqueArray(bound, { minLength: 1, maxLength: 3 }),
    bound.map((gte) => ({ gte })),
    fc.constantFrom(...steps.slice(1)).map((lt) => ({ lt })),
    fc
      .uniqueArray(bound, { minLength: 2, maxLength: 2 })
      .map((both) => ({ gt: Math.min(...both), lte: Math.max(...both) })),
  );
};
const textMatch = (texts: readonly string[]): fc.Arbitrary<Match> =>
  fc.oneof(
    fc.constantFrom<Match>('missing', 'exists'),
    fc.constantFrom(...texts),
    fc.uniqueArray(fc.constantFrom(...texts), { minLength: 1 }),
  );
const matches = {
  nps: numberMatch([0, 1, 2, 3, 4]),
  score: numberMatch([0, 0.5, 1, 1.5, 2]),
  issue: textMatch(['A', 'B']),
  channel: textMatch(['web', 'voice']),
  vip: fc.constantFrom<Match>('missing', 'exists', true, false),
};

/** Conditions as people write them; some of them contradict themselves. */
export const when: fc.Arbitrary<When> = fc.letrec<{ when: When; plain: When }>((tie) => ({
  plain: fc
    .record(matches, { requiredKeys: [] })
    .filter((map) => Object.keys(map).length > 0 && Object.keys(map).length < 4),
  when: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('plain'),
    fc.array(tie('when'), { minLength: 1, maxLength: 3 }).map((any): When => ({ any })),
    fc
      .tuple(tie('plain'), fc.array(tie('when'), { minLength: 1, maxLength: 2 }))
      .map(([plain, all]): When => ({ ...plain, all })),
  ),
})).when;

export const response: fc.Arbitrary<Response> = fc
  .record(
    {
      nps: fc.constantFrom(0, 1, 2, 3, 4),
      score: fc.constantFrom(0, 0.25, 0.5, 1, 2),
      issue: fc.constantFrom('a', 'A', 'b', 'other'),
      channel: fc.constantFrom('web', 'voice'),
      vip: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  .map((record): Response => ({ ...record }));

/** Whole files whose tests pass. */
export const ruleFile: fc.Arbitrary<Rules> = fc
  .record({
    rules: fc.array(fc.record({ when, assign: fc.constantFrom(...codes) }), { maxLength: 5 }),
    otherwise: fc.constantFrom(...codes, 'none'),
    given: fc.array(response, { maxLength: 4 }),
  })
  .map(({ rules, otherwise, given }): Rules => {
    const file: Rules = { kind: 'SurveyRules', conversationId: 'id', fields, rules, otherwise };
    return { ...file, tests: given.map((one) => ({ given: one, expect: interpret(file, one).code })) };
  });
