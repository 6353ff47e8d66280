/** Org and file as YAML text of one form, so that a diff editor shows what a push changes and nothing else. */
import { formatDuration } from '../contract/afterCallWork.ts';
import type { AfterCallWorkFields, Change, CodeFields, PlanView, ViewCode, ViewFields } from './model.ts';
import { groupBy } from './names.ts';
import type { ViewBlock, ViewItem } from './viewText.ts';
import { itemText, viewSection } from './viewText.ts';

/** `all` are the changes of the whole plan, `sent` those that are sent. Queues and rows are shown where the plan changes them. */
export function viewOf(codes: readonly ViewCode[], all: readonly Change[], sent: readonly Change[]): PlanView {
  const bySubject = groupBy(sent, subjectOf);
  const before: ViewBlock[] = [];
  const after: ViewBlock[] = [];
  for (const { heading, codeId, code } of codes) {
    const subject = subjectOf({ name: heading, ...(codeId === undefined ? {} : { codeId }) });
    const now = (bySubject.get(subject) ?? []).reduce(changed, code);
    // Neither there nor to be made: an entry that is to be retired or deleted.
    if (code === undefined && now === undefined) continue;
    before.push({ heading, ...(code === undefined ? {} : { text: textOf(code) }) });
    after.push({ heading, ...(now === undefined ? {} : { text: textOf(now) }) });
  }
  const isSent = new Set(sent.map(({ id }) => id));
  return {
    before: `${viewSection('codes', before)}${others(all, () => false)}`,
    after: `${viewSection('codes', after)}${others(all, ({ id }) => isSent.has(id))}`,
    codes,
  };
}

/** A code by its id; one that is still to be created by its name in the file. */
const subjectOf = (one: { readonly codeId?: string; readonly name: string }): string =>
  one.codeId === undefined ? `new ${one.name}` : `id ${one.codeId}`;

/** The code after one change. */
function changed(now: ViewFields | undefined, change: Change): ViewFields | undefined {
  if (change.kind === 'create') return withDivision(withText({ name: '', queues: [] }, change.after), change.after);
  if (now === undefined) return undefined;
  switch (change.kind) {
    case 'update':
    case 'adopt':
    case 'rename':
      return withText(now, change.after);
    case 'move':
      return withDivision(withText(now, change.after), change.after);
    case 'associate':
      return { ...now, queues: [...(now.queues ?? []), change.queue.name] };
    case 'dissociate':
      return { ...now, queues: (now.queues ?? []).filter((name) => name !== change.queue.name) };
    case 'outbound':
      return withOutbound(now, change.after);
    case 'delete':
      return undefined;
    case 'queueSettings':
    case 'metadata':
    case 'blocked':
      return now;
  }
}

function withText({ description: _old, ...now }: ViewFields, { name, description }: CodeFields): ViewFields {
  return { ...now, name, ...(description === undefined ? {} : { description }) };
}

const withDivision = (now: ViewFields, { division }: CodeFields): ViewFields =>
  division === undefined ? now : { ...now, division: division.name ?? division.id };

function withOutbound({ outbound: _old, ...now }: ViewFields, flags: readonly string[] | undefined): ViewFields {
  return { ...now, ...(flags === undefined ? {} : { outbound: flags }) };
}

/** What does not change is written once, for both sides and for every selection. */
const texts = new WeakMap<ViewFields, string>();

function textOf(code: ViewFields): string {
  const text = texts.get(code) ?? itemText(shown(code));
  texts.set(code, text);
  return text;
}

/** In the order in which a catalog has them; an order that means nothing is made the same on both sides. */
function shown({ name, description, division, queues = [], outbound }: ViewFields): ViewItem {
  return {
    name,
    ...(description === undefined || description === '' ? {} : { description }),
    ...(division === undefined ? {} : { division }),
    ...(queues.length === 0 ? {} : { queues: [...queues].sort() }),
    ...(outbound === undefined ? {} : { outbound: [...outbound].sort() }),
  };
}

/** Queues and rows that the plan changes; those that are not sent are the same on both sides. */
function others(all: readonly Change[], isDone: (change: Change) => boolean): string {
  const queues = all.flatMap((change): ViewBlock[] => {
    if (change.kind !== 'queueSettings') return [];
    const settings = isDone(change) ? { ...change.before, ...change.after } : change.before;
    return [{ heading: change.name, text: itemText(settingsShown(settings)) }];
  });
  const rows = all.flatMap((change): ViewBlock[] => {
    if (change.kind !== 'metadata') return [];
    const { key, before, after } = change;
    const row = isDone(change) ? after && { ...before, ...after } : before;
    return [{ heading: key, ...(row === undefined ? {} : { text: itemText({ key, ...row }) }) }];
  });
  return [
    ...(queues.length === 0 ? [] : [viewSection('queues', queues)]),
    ...(rows.length === 0 ? [] : [viewSection('rows', rows)]),
  ].join('');
}

const settingsShown = ({ wrapupPrompt, timeoutMs }: AfterCallWorkFields): ViewItem => ({
  ...(wrapupPrompt === undefined ? {} : { prompt: wrapupPrompt }),
  ...(timeoutMs === undefined ? {} : { timeout: formatDuration(timeoutMs) }),
});
