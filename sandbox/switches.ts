import { orgSwitches } from './orgSwitches.ts';

/**
 * What no published source tells about the real API. Each question is a switch, so that the product is tested
 * with every answer. Defaults are the likelier or the harder answer; none of them is a fact.
 */
export interface Choice {
  readonly values: readonly string[];
  readonly default: string;
  readonly question: string;
}

export interface Amount {
  readonly unit: string;
  readonly default: number;
  readonly question: string;
}

export const switchTable = {
  duplicateStatus: {
    values: ['400', '409'],
    default: '400',
    question: 'The status of `duplicate.name`: 400 was documented in 2018, 409 is possible since 2024.',
  },
  nameCase: {
    values: ['exact', 'ignored'],
    default: 'ignored',
    question: 'Are two names the same that differ only in case?',
  },
  nameSpaces: {
    values: ['kept', 'trimmed'],
    default: 'kept',
    question: 'Are outer spaces of a new name kept or taken off?',
  },
  nameScope: {
    values: ['organization', 'division'],
    default: 'organization',
    question: 'Must a name be unique in the organisation, or only in its division?',
  },
  nameMaximum: {
    unit: 'characters',
    default: 0,
    question: 'The longest name, 0 for no limit. A limit exists, its number is not known.',
  },
  deletedName: {
    values: ['reusable', 'taken'],
    default: 'reusable',
    question: 'May a new code have the name of a deleted one?',
  },
  putDuplicate: {
    values: ['refused', 'accepted'],
    default: 'refused',
    question: 'Does PUT refuse a name that another code has? No code was documented for PUT.',
  },
  putWithoutDescription: {
    values: ['clears', 'keeps'],
    default: 'clears',
    question: 'Does PUT without `description` clear it? One production app says so.',
  },
  putWithoutDivision: {
    values: ['resets', 'keeps'],
    default: 'resets',
    question: 'Does PUT without `division` set the default division again, or keep the present one?',
  },
  defaultDivision: {
    values: ['all', 'home'],
    default: 'all',
    question: 'The division of a code sent without one: all divisions (`*`) or Home.',
  },
  emptyDescription: {
    values: ['kept', 'dropped'],
    default: 'kept',
    question: 'Is an empty description answered as "" or left out?',
  },
  unknownDivision: {
    values: ['400', '404'],
    default: '400',
    question: 'The status of a write that names a division that does not exist.',
  },
  foreignDivision: {
    values: ['403', '404'],
    default: '403',
    question: 'The status of a request for one entity in a division that the client has no access to.',
  },
  nameFilter: {
    values: ['exact', 'contains'],
    default: 'exact',
    question: 'Does `name` without asterisks match whole names only, or parts of them too?',
  },
  pageSizeMaximum: {
    unit: 'entities',
    default: 100,
    question: 'The largest page where none is stated. 100 is what known clients ask for.',
  },
  pageSizeOverMaximum: {
    values: ['clamped', 'refused'],
    default: 'clamped',
    question: 'Is a page size over the maximum cut to it, or answered with 400?',
  },
  consistencyDelay: {
    unit: 'seconds',
    default: 0,
    question:
      'How long reads lag behind creating and deleting a code, a row or a trigger: until then 404 and in no list.',
  },
  deletedView: {
    values: ['found', 'missing'],
    default: 'found',
    question: 'Does `divisionviews/{codeId}` still know a deleted code?',
  },
  deleteStatus: {
    values: ['200', '204'],
    default: '200',
    question: 'The status of a DELETE that worked: 200 was documented in 2018.',
  },
  queueCodeMaximum: {
    unit: 'codes',
    default: 0,
    question: 'The most codes on one queue, 0 for no limit.',
  },
  queueAddUnknown: {
    values: ['refused', 'skipped'],
    default: 'refused',
    question: 'Adding codes to a queue with an unknown id among them: nothing is added (404), or that one is left out.',
  },
  bodyCredentials: {
    values: ['refused', 'accepted'],
    default: 'refused',
    question: 'May `client_id` and `client_secret` stand in the form instead of the Basic header?',
  },
  badClientStatus: {
    values: ['401', '400'],
    default: '401',
    question: 'The status of a token request with wrong credentials; its body was seen, its status was not.',
  },
  pkceRefreshToken: {
    values: ['none', 'given'],
    default: 'none',
    question: 'Does a sign-in with PKCE give a refresh token? The SDK reads one only for clients with a secret.',
  },
  refreshTokenRotation: {
    values: ['rotated', 'kept'],
    default: 'rotated',
    question: 'Does a refresh token count once, with a new one in the answer, or again and again?',
  },
  redirectPort: {
    values: ['any', 'registered'],
    default: 'any',
    question: 'May a sign-in go back to any port of this machine, or only to an address that was registered?',
  },
  unknownFields: {
    values: ['ignored', 'refused'],
    default: 'ignored',
    question: 'Are fields of a body that the model does not have ignored, or answered with 400?',
  },
  intervalForms: {
    values: ['dateTimes', 'iso8601'],
    default: 'dateTimes',
    question: 'Is an interval two date-times only, or also dates without time and a period such as `start/P1D`?',
  },
  predicateCase: {
    values: ['exact', 'ignored'],
    default: 'exact',
    question: 'Does a predicate with another case than the value match? An official example has `Customer`.',
  },
  detailsIntervalMaximum: {
    unit: 'days',
    default: 31,
    question: 'The longest interval of a details query with a filter, 0 for no limit.',
  },
  detailsIntervalUnfiltered: {
    unit: 'days',
    default: 7,
    question: 'The same without a filter. An official page says 7 days "in general", known clients ask for 31.',
  },
  detailsIntervalSelects: {
    values: ['dayTouched', 'startInInterval'],
    default: 'dayTouched',
    question: 'Does a details query find all that started on a day its interval touches (published), or in it only?',
  },
  detailsPageSizeMaximum: {
    unit: 'conversations',
    default: 100,
    question: 'The largest page of a details query. Known clients ask for 100, an official example of 2022 says 200.',
  },
  totalHitsMoves: {
    values: ['no', 'yes'],
    default: 'no',
    question: 'Does `totalHits` differ from page to page, as it does while data arrives?',
  },
  pagesRepeat: {
    values: ['no', 'yes'],
    default: 'no',
    question: 'Does the last conversation of a page come again on the next, as it does while data arrives?',
  },
  metricPredicate: {
    values: ['anyValue', 'sum'],
    default: 'anyValue',
    question: 'Is the range of a metric meant for one value of the metric, or for its sum over the conversation?',
  },
  emptyLists: {
    values: ['leftOut', 'kept'],
    default: 'leftOut',
    question: 'Is a list without entries in an answer to a query left out, or answered as []?',
  },
  wrapUpCodeMetrics: {
    values: ['session', 'afterWork'],
    default: 'session',
    question: 'Which metrics have the dimension `wrapUpCode`: all of the session with that code, or tAcw and tHandle?',
  },
  groupWithoutValue: {
    values: ['keyLeftOut', 'leftOut'],
    default: 'keyLeftOut',
    question: 'Is data without a value for a dimension of `groupBy` a group without that key, or in no group?',
  },
  granularityStarts: {
    values: ['atInterval', 'atClock'],
    default: 'atInterval',
    question: 'Are the parts of an interval counted from its start, or cut at whole hours, days, weeks and months?',
  },
  ...orgSwitches,
} as const satisfies Readonly<Record<string, Choice | Amount>>;

type Table = typeof switchTable;
export type SwitchName = keyof Table;

/** One value for each switch: a word of its list, or a whole number. */
export type Switches = {
  readonly [Name in SwitchName]: Table[Name] extends { readonly values: readonly (infer Value)[] } ? Value : number;
};

/** A running sandbox may be told other answers. */
export type SettableSwitches = { -readonly [Name in SwitchName]: Switches[Name] };

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the table is a constant with these keys
const names = Object.keys(switchTable) as SwitchName[];

/** All switches at their defaults, with some set. */
export function switchesWith(set: Partial<Switches> = {}): Switches {
  const defaults = Object.fromEntries(names.map((name) => [name, switchTable[name].default]));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- built from every name just above
  return { ...(defaults as unknown as Switches), ...set };
}

/** Reads `name=value`. Throws an Error with a plain sentence if the name or the value does not exist. */
export function parseSwitch(text: string): Partial<Switches> {
  const [name = '', value = ''] = text.split('=', 2);
  const known = names.find((one) => one === name);
  if (!known) throw new Error(`There is no switch '${name}'. Use one of: ${names.join(', ')}.`);
  const definition: Choice | Amount = switchTable[known];
  if ('values' in definition) {
    if (!definition.values.includes(value)) {
      throw new Error(`Switch ${known} is one of ${definition.values.join(', ')}, not '${value}'.`);
    }
    return { [known]: value };
  }
  if (!/^\d{1,9}$/.test(value)) throw new Error(`Switch ${known} is a number of ${definition.unit}, not '${value}'.`);
  return { [known]: Number(value) };
}
