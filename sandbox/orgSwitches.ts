/** The questions about what a whole deployment needs: mappings, data tables, roles, audits, and how late reads are. */
import type { Amount, Choice } from './switches.ts';

export const orgSwitches = {
  trailingSlash: {
    values: ['notFound', 'ignored'],
    default: 'notFound',
    question: 'Is a path with a slash at its end one that does not exist, or the same as without?',
  },
  deleteOnQueue: {
    values: ['accepted', 'refused'],
    default: 'accepted',
    question: 'DELETE of a code that is still on a queue: it leaves the queue, or 409.',
  },
  queueCodesDelay: {
    unit: 'seconds',
    default: 0,
    question: 'How long the list of the codes on a queue lags behind adding and taking off.',
  },
  updateDelay: {
    unit: 'seconds',
    default: 0,
    question: 'How long reads show a code, a queue, the mappings, a row or a trigger as it was before a change.',
  },
  mappingUnknownCode: {
    values: ['refused', 'dropped', 'kept'],
    default: 'refused',
    question: 'Outbound mappings with an id that no code ever had: 400, that entry is left out, or it is kept.',
  },
  mappingEmpty: {
    values: ['kept', 'dropped'],
    default: 'kept',
    question: 'Is an entry without flags kept in the outbound mappings, or dropped, so that the default set applies?',
  },
  mappingFlagOrder: {
    values: ['sent', 'published'],
    default: 'sent',
    question: 'Are the flags of an outbound mapping answered as they were sent, or in the order of the published enum?',
  },
  newerFields: {
    values: ['no', 'yes'],
    default: 'no',
    question: 'Have queues and outbound mappings fields that the published models do not have?',
  },
  rowColumnsLeftOut: {
    values: ['absent', 'default'],
    default: 'absent',
    question: 'Is a column that a row was written without absent when it is read, or has it the default of its type?',
  },
  rowKeyChange: {
    values: ['refused', 'renames'],
    default: 'refused',
    question: 'PUT of a row whose `key` is not the one in the path: 400, or the row gets the new key.',
  },
  rowDeleteUnknown: {
    values: ['404', '204'],
    default: '404',
    question: 'The status of DELETE for a row that does not exist.',
  },
  tableRowMaximum: {
    unit: 'rows',
    default: 0,
    question: 'The most rows in one data table, 0 for no limit. A limit exists, its number is not known.',
  },
  policyForm: {
    values: ['wildcards', 'spelledOut'],
    default: 'wildcards',
    question: 'Are the policies of an administrator written with `*`, or is each permission spelled out?',
  },
  allDivisionsGrant: {
    values: ['star', 'each'],
    default: 'star',
    question: 'Is a role in all divisions one grant in the division `*`, or one grant for each division?',
  },
  auditDelay: {
    unit: 'seconds',
    default: 0,
    question: 'How long until a change is found in the audits.',
  },
  auditQueryDelay: {
    unit: 'seconds',
    default: 0,
    question: 'How long an audit query is queued and running before it has results.',
  },
  auditIntervalMaximum: {
    unit: 'days',
    default: 30,
    question: 'The longest interval of an audit query, 0 for no limit. A summary of an official page says 30.',
  },
} as const satisfies Readonly<Record<string, Choice | Amount>>;
