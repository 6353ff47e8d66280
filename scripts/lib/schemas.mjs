// The schemas of our file kinds, read from the repository.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { querySchemas } from './querySchemas.mjs';

export const root = fileURLToPath(new URL('../../', import.meta.url));

const read = (path) => JSON.parse(readFileSync(`${root}${path}`, 'utf8'));

/** One schema per kind of file, in the order in which types are printed. */
export function readSchemas() {
  return [
    read('schemas/wrapup-catalog.schema.json'),
    read('schemas/genesys-project.schema.json'),
    read('schemas/survey-rules.schema.json'),
    ...querySchemas().map(({ schema }) => schema),
  ];
}

/**
 * The parts that checking looks at one by one, each as a schema of its own. A catalog's head is the
 * catalog with `codes` reduced to "a list": its entries are checked one at a time, so that an edit of
 * one code does not cost a look at all of them.
 */
export function validatedParts() {
  const [catalog, project, survey, ...queries] = readSchemas();
  const head = {
    ...catalog,
    $id: 'wrapup-catalog-head',
    properties: { ...catalog.properties, codes: { type: 'array' } },
  };
  const code = {
    $schema: catalog.$schema,
    $id: 'wrapup-code',
    ...catalog.definitions.WrapUpCode,
    definitions: catalog.definitions,
  };
  return {
    validateCatalogHead: { schema: head, type: 'WrapUpCatalog' },
    validateCode: { schema: code, type: 'WrapUpCode' },
    validateProject: { schema: project, type: 'GenesysProject' },
    validateSurveyRules: { schema: survey, type: 'SurveyRules' },
    ...Object.fromEntries(queries.map((schema) => [`validate${schema.title}`, { schema, type: schema.title }])),
  };
}
