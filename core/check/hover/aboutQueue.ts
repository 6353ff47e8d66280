/** What is known of a queue: how full it is, how it is declared, and its id. */
import { promptFacts } from '../../contract/afterCallWork.ts';
import { namingRules } from '../../contract/limits.ts';
import type { QueueFacts } from '../indexes/catalogFacts.ts';
import { baseName } from '../home.ts';
import { quoted } from '../markdown.ts';
import { namingAt } from './namingAt.ts';
import { orgLine } from './orgLine.ts';
import type { HoverSite } from './site.ts';
import { countedOf } from './words.ts';

export function aboutQueue(name: string, { root, context, facts }: HoverSite): string {
  const limit = namingRules[namingAt(root, context)].maxCodesPerQueue;
  const declared = facts().queue(name);
  const lines = [
    `**Queue ${quoted(name)}**`,
    `On it: ${countedOf(facts().codesOn(name), limit, 'code')}, over all catalogs.`,
    declared === undefined ? 'No catalog declares it.' : `Declared in ${quoted(baseName(declared.file))}.`,
    declared && afterCallWork(declared),
    declared?.membership === 'exact'
      ? 'A push takes off codes that no catalog lists (`membership: exact`).'
      : undefined,
    orgLine('queue', name, context),
  ];
  return lines.filter((line) => line !== undefined).join('\n\n');
}

function afterCallWork({ prompt, timeout }: QueueFacts): string | undefined {
  if (prompt === undefined) return undefined;
  const label = promptFacts(prompt)?.label ?? quoted(prompt);
  return `After-call work: ${label}${timeout === undefined ? '' : `, ${quoted(timeout)}`}.`;
}
