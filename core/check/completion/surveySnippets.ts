/** Pieces of survey rules. */
import type { SchemaPath } from '../../contract/schema.ts';
import { writeText } from '../../text/quote.ts';
import type { Node } from '../../text/tree.ts';
import { childOf, isText, keyOf } from '../../text/walk.ts';
import { codeText } from '../survey/surveyCodes.ts';
import type { Draft, Site } from './site.ts';
import { snippet, type MapSnippet } from './snippetDraft.ts';
import { choice, placeholder } from './snippetText.ts';

type SnippetSite = Pick<Site, 'root' | 'context' | 'range'>;

/** `list` is the key of a list at the top. */
export function surveyItemSnippets(site: SnippetSite, list: string, lead: '- ' | ''): Draft[] {
  const field = firstField(site.root);
  const codes = (site.context.catalogs ?? []).map((code) => writeText(codeText(code)));
  const code = (stop: number): string => choice(stop, codes.slice(0, 20), 'CODE');
  const item = (label: string, detail: string, insertText: string, key: string): Draft => ({
    label,
    kind: 'snippet',
    detail,
    insertText: `${lead}${insertText}`,
    isSnippet: true,
    filterText: `${lead}${key}`,
    range: site.range,
  });
  if (list === 'rules') {
    const when = field.isNumber ? `{ lte: ${placeholder(2, field.least)} }` : placeholder(2, 'VALUE');
    const text = `{ when: { ${placeholder(1, field.name)}: ${when} }, assign: ${code(3)} }`;
    return [item('new rule', 'a condition and the code it assigns', text, 'when')];
  }
  if (list !== 'tests') return [];
  const text = `{ given: { ${placeholder(1, field.name)}: ${placeholder(2, field.isNumber ? field.least : 'VALUE')} }, expect: ${code(3)} }`;
  return [item('new test', 'a response and the code it must get', text, 'given')];
}

export function surveyMapSnippets(site: Site, path: SchemaPath): readonly MapSnippet[] {
  if (path.join('.') !== 'fields') return [];
  const line = `${placeholder(1, 'nps')}: { from: ${placeholder(2, 'nps_score')}, type: ${choice(3, ['integer', 'number'])}, min: ${placeholder(4, '0')}, max: ${placeholder(5, '10')} }`;
  return [{ item: snippet(site, 'number field', 'a score and its range', [line]) }];
}

interface Field {
  readonly name: string;
  readonly isNumber: boolean;
  readonly least: string;
}

function firstField(root: Node | undefined): Field {
  const fields = childOf(root, 'fields');
  const pair = fields?.kind === 'map' ? fields.pairs[0] : undefined;
  const [type, min] = [childOf(pair?.value, 'type'), childOf(pair?.value, 'min')];
  return {
    name: pair === undefined ? 'nps' : writeText(keyOf(pair)),
    isNumber: !isText(type) || type.value === 'integer' || type.value === 'number',
    least: min?.kind === 'scalar' && min.source !== '' ? min.source : '6',
  };
}
