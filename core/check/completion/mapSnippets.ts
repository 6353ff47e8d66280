/** Pieces of several lines that begin with a key. */
import { prompts } from '../../contract/afterCallWork.ts';
import { dimensionFactsOf } from '../../contract/dimensions.ts';
import { regions } from '../../contract/regions.ts';
import { isQueryKind } from '../../contract/schema.ts';
import { writeText } from '../../text/quote.ts';
import type { Cursor } from './cursor.ts';
import { namesOf } from './names.ts';
import type { Site } from './site.ts';
import { snippet, type MapSnippet } from './snippetDraft.ts';
import { choice, placeholder } from './snippetText.ts';
import { surveyMapSnippets } from './surveySnippets.ts';

/** None in braces, where lines count nothing, and none before a colon that is there. */
export function mapSnippets(site: Site, path: Cursor['path']): readonly MapSnippet[] {
  const { kind, cursor } = site;
  if (cursor.hasColon || cursor.map?.flow === true || cursor.style !== 'plain') return [];
  if (isQueryKind(kind)) return path.length === 0 ? [where(site)] : [];
  if (kind === 'SurveyRules') return surveyMapSnippets(site, path);
  if (kind === 'WrapUpCatalog' && path.join('.') === 'queues') return [queue(site)];
  return kind === 'GenesysProject' && path.join('.') === 'environments' ? [environment(site)] : [];
}

function where(site: Site): MapSnippet {
  const queues = namesOf('queue', site).map(({ text }) => writeText(text));
  const media = dimensionFactsOf('mediaType')?.values ?? ['voice'];
  return {
    key: 'where',
    item: snippet(site, 'where: queue and media type', 'conditions by name and by published value', [
      'where:',
      `  queue: ${choice(1, queues, 'Support Voice')}`,
      `  mediaType: ${choice(
        2,
        [...media].toSorted((a, b) => Number(b === 'voice') - Number(a === 'voice')),
      )}`,
    ]),
  };
}

function queue(site: Site): MapSnippet {
  const timed = prompts.filter(({ usesTimeout }) => usesTimeout).map(({ prompt }) => prompt);
  const line = `${placeholder(1, 'Queue')}: { afterCallWork: { prompt: ${choice(2, timed)}, timeout: ${choice(3, ['30s', '15s', '60s', '2m', '5m'])} } }`;
  return { item: snippet(site, 'queue with after-call work', 'a declared queue, its prompt and its timeout', [line]) };
}

function environment(site: Site): MapSnippet {
  const names = regions.map(({ domain }) => domain);
  const europe = names.toSorted((a, b) => Number(b === 'mypurecloud.ie') - Number(a === 'mypurecloud.ie'));
  const known = site.context.org?.org.id;
  return {
    item: snippet(site, 'environment', 'a region, and the org that it is bound to', [
      `${placeholder(1, 'dev')}:`,
      `  region: ${choice(2, europe)}`,
      ...(known === undefined ? [] : [`  org: ${placeholder(3, writeText(known))}`]),
    ]),
  };
}
