/** What is known of one code of a catalog. */
import { parseInstant } from '../../contract/instant.ts';
import { namingRules } from '../../contract/limits.ts';
import { lengthOf } from '../../contract/names.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText, textsOf } from '../../text/walk.ts';
import { tagsOf } from '../indexes/codeTags.ts';
import { quoted } from '../markdown.ts';
import { namingAt } from './namingAt.ts';
import { orgLine } from './orgLine.ts';
import type { HoverSite } from './site.ts';
import { countedOf, fromNow, listed } from './words.ts';

/** `code` is the whole entry. What the head says by default counts. */
export function aboutCode(code: Node, name: string, { root, context }: HoverSite): string {
  const limit = namingRules[namingAt(root, context)].maxNameLength;
  const wanted = context.project?.policy?.name?.maxLength ?? limit;
  const tags = tagsOf(code, root, context.project);
  const [state, description] = [textAt(code, 'state'), orgLine('wrapUpCode', name, context)];
  const environments = texts(childOf(code, 'environments'));
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['Tags', tags.length === 0 ? 'none' : listed(tags)],
    ['Queues', queuesOf(code, root)],
    ['Division', divisionOf(code, root)],
    ['Environments', environments.length === 0 ? 'all' : listed(environments)],
    ['Valid', validity(code, context.now)],
    ['State', state === undefined || state === 'active' ? undefined : quoted(state)],
    ['Name', countedOf(lengthOf(name), Math.min(limit, wanted), 'character')],
    ['Org', description],
  ];
  const facts = lines.flatMap(([title, text]) => (text === undefined ? [] : `- ${title}: ${text}`));
  return [`**${quoted(name)}**`, '', ...facts].join('\n');
}

export function aboutCodeKey(key: string, { root, context }: HoverSite): string {
  const limit = namingRules[namingAt(root, context)].maxCodeLength;
  return `**${quoted(key)}**\n\n${countedOf(lengthOf(key), limit, 'character')}.`;
}

function queuesOf(code: Node, root: Node): string {
  const own = childOf(code, 'queues');
  const names = texts(own ?? childOf(childOf(root, 'defaults'), 'queues'));
  if (names.length === 0) return 'none';
  return own === undefined ? `${listed(names)} (the default of this catalog)` : listed(names);
}

function divisionOf(code: Node, root: Node): string {
  const own = textAt(code, 'division');
  const division = own ?? textAt(root, 'division');
  if (division === undefined) return 'as it is in the org';
  const name = division === '*' ? 'all' : quoted(division);
  return own === undefined ? `${name} (of this catalog)` : name;
}

function validity(code: Node, now: number): string | undefined {
  const [from, through] = [textAt(code, 'validFrom'), textAt(code, 'validThrough')];
  const parts = [moment('from', from, now), moment('through', through, now)].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(', ');
}

function moment(word: string, text: string | undefined, now: number): string | undefined {
  if (text === undefined) return undefined;
  const distance = fromNow(parseInstant(text), now)?.replace(/\.$/, '').toLowerCase();
  return `${word} ${quoted(text)}${distance === undefined ? '' : ` (${distance})`}`;
}

function textAt(node: Node, key: string): string | undefined {
  const text = childOf(node, key);
  return isText(text) ? text.value : undefined;
}

function texts(list: Node | undefined): readonly string[] {
  return textsOf(list).map(({ value }) => value);
}
