/** What the schemas and the published facts say about a place, in every kind of file. */
import { promptFacts } from '../../contract/afterCallWork.ts';
import { allowedValues, describe } from '../../contract/descriptions.ts';
import { findRegion } from '../../contract/regions.ts';
import { isText } from '../../text/walk.ts';
import { quoted } from '../markdown.ts';
import { environmentsHere, seenIn } from '../orgNames.ts';
import { listed } from './words.ts';
import type { HoverSite, ValueSite } from './site.ts';

export function aboutKey({ kind, path }: HoverSite): string | undefined {
  const description = describe(kind, path);
  return description === undefined || description === ''
    ? undefined
    : `**${quoted(String(path.at(-1)))}**\n\n${description}`;
}

export function aboutValue(site: ValueSite): string | undefined {
  const { kind, path, node } = site;
  const key = path.findLast((step) => typeof step === 'string');
  const known = allowedValues(kind, path).find(({ value }) => value === node.value);
  if (known?.description !== undefined) return `\`${String(known.value)}\`: ${known.description}`;
  const text = isText(node) ? node.value : undefined;
  const prompt = key === 'prompt' && text !== undefined ? promptFacts(text) : undefined;
  if (prompt !== undefined)
    return `\`${prompt.prompt}\`: ${prompt.label}. Agents ${prompt.mandatory ? 'must' : 'need not'} choose a code.`;
  const region = key === 'region' && text !== undefined ? findRegion(text) : undefined;
  if (region !== undefined)
    return `**${region.name}**\n\n\`${region.domain}\` is \`${region.awsRegion}\`. Requests go to \`${region.apiHost}\`.`;
  const facts = key === 'org' && text !== undefined ? aboutOrg(text, site) : undefined;
  return [facts, describe(kind, path)].filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** The org that an environment is bound to, where it is the one at hand. */
function aboutOrg(id: string, { context }: ValueSite): string | undefined {
  const { org, now } = context;
  if (org === undefined || org.org.id.toLowerCase() !== id.toLowerCase()) return undefined;
  return `This id ${quoted(seenIn(org, now))}. Environments bound to it: ${listed(environmentsHere(context))}.`;
}
