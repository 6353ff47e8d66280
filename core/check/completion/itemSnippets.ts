/** Whole items for lists of maps: a code, a survey rule, a test of the rules. */
import type { SchemaPath } from '../../contract/schema.ts';
import { codeSnippet } from './codeSnippet.ts';
import type { Draft, Site } from './site.ts';
import { surveyItemSnippets } from './surveySnippets.ts';

/** `path` leads to the list; `lead` is `- ` where the dash is not typed yet. None within brackets, where lines count nothing. */
export function itemSnippets(
  site: Omit<Site, 'cursor'> & { readonly cursor: Pick<Site['cursor'], 'list' | 'inset'> },
  path: SchemaPath,
  lead: '- ' | '',
): Draft[] {
  const { kind, cursor } = site;
  if (cursor.list?.flow === true) return [];
  if (kind === 'WrapUpCatalog' && path.join('.') === 'codes') return [codeSnippet(site, lead)];
  return kind === 'SurveyRules' ? surveyItemSnippets(site, String(path[0]), lead) : [];
}
