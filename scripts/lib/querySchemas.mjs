// The schemas of the query kinds: the API's own request models from schemas/api, our keys around them, our words on top.
import { readFileSync } from 'node:fs';
import { root } from './process.mjs';

const read = (path) => JSON.parse(readFileSync(`${root}/${path}`, 'utf8'));

/** Every generated schema: path from the repository's root → schema, in the order of schemas/queries/kinds.json. */
export function querySchemas() {
  const { kinds } = read('schemas/queries/kinds.json');
  const words = read('schemas/words/queries.json');
  const ours = read('schemas/queries/ours.schema.json');
  return kinds.map(({ kind, api, title }) => {
    const facts = read(`schemas/api/enums/${api}.json`);
    return { path: `schemas/queries/${title}.schema.json`, schema: querySchema({ kind, title, facts, words, ours }) };
  });
}

/** The generated files as text. */
export function generateQuerySchemas() {
  return Object.fromEntries(querySchemas().map(({ path, schema }) => [path, `${JSON.stringify(schema, null, 2)}\n`]));
}

function querySchema({ kind, title, facts, words, ours }) {
  const { models, requestModel, endpoint } = facts;
  const describe = (model, field) => words.fields[`${model}.${field}`] ?? words.fields[`*.${field}`];
  const { own, definitions: ownDefinitions } = ourPart(kind, ours, models, words);
  const request = modelSchema(requestModel, models[requestModel], describe, words);
  const definitions = Object.fromEntries(
    Object.entries(models)
      .filter(([name]) => name !== requestModel)
      .map(([name, model]) => [name, modelSchema(name, model, describe, words)]),
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${title}.schema.json`,
    title: kind,
    description: `${words.kinds[kind] ?? kind}\n\nSent to \`${endpoint.method} ${endpoint.path}\`.`,
    type: 'object',
    additionalProperties: false,
    required: ['kind', ...request.required],
    // Where the API has no `timeZone`, it is ours: it says how the words of the interval are read, and is not sent.
    properties: {
      kind: { ...own.kind, const: kind },
      ...request.properties,
      timeZone: request.properties.timeZone ?? own.timeZone,
      where: own.where,
      output: own.output,
    },
    definitions: { ...definitions, ...ownDefinitions },
  };
}

/** One of the published models. */
function modelSchema(name, model, describe, words) {
  const fields = Object.entries(model);
  return {
    title: name,
    description: words.models[name] ?? name,
    type: 'object',
    additionalProperties: false,
    required: fields.filter(([, { required }]) => required).map(([field]) => field),
    properties: Object.fromEntries(
      fields.map(([field, facts]) => [field, fieldSchema(facts, describe(name, field), words)]),
    ),
  };
}

function fieldSchema({ type, enum: values }, description, words) {
  const said = description === undefined ? {} : { description };
  const item = /^array<(.*)>$/.exec(type)?.[1];
  // One of a list is explained by the words of its list; a model has its own.
  if (item === 'enum') return { ...said, type: 'array', items: { ...said, ...enumSchema(values, words) } };
  if (item !== undefined) return { ...said, type: 'array', items: scalarOrModel(item) };
  if (type === 'enum') return { ...said, ...enumSchema(values, words) };
  const schema = scalarOrModel(type);
  // Nothing may stand beside a reference: the model describes itself.
  return schema.$ref ? schema : { ...said, ...schema };
}

function scalarOrModel(type) {
  if (['string', 'boolean', 'integer', 'number'].includes(type)) return { type };
  return { $ref: `#/definitions/${type}` };
}

const units = { milliseconds: 'Milliseconds.', count: 'A count.', ratio: 'A ratio from 0 to 1.', score: 'A score.' };

/** What a metric, a dimension or another word of the API means, a metric with its unit. */
function meaningOf(value, { metrics, dimensions, values }) {
  const metric = metrics[value];
  return metric ? `${metric.text} ${units[metric.unit]}` : (dimensions[value] ?? values[value]);
}

function enumSchema(values, words) {
  const meanings = values.map((value) => meaningOf(value, words));
  const known = meanings.some((meaning) => meaning !== undefined);
  return {
    type: 'string',
    enum: values,
    ...(known ? { enumDescriptions: meanings.map((meaning) => meaning ?? '') } : {}),
  };
}

/** `kind`, `where` and `output`: what a query file has beside the API's own body. */
function ourPart(kind, ours, models, words) {
  const { definitions, kinds } = ours;
  const output = kinds[kind].output;
  return {
    own: {
      kind: ours.properties.kind,
      timeZone: ours.properties.timeZone,
      where: whereSchema(kinds[kind].where, models, words),
      output: { $ref: `#/definitions/${output}` },
    },
    definitions: Object.fromEntries(
      Object.entries(definitions).filter(
        ([name]) => name === output || !Object.values(kinds).some((k) => k.output === name),
      ),
    ),
  };
}

/** Names first, then every dimension and metric that the flat families filter by, then the families with a map of their own. */
function whereSchema({ description, names, flat, nested }, models, words) {
  const keysOf = (predicate) => ({
    ...Object.fromEntries(
      (models[predicate].dimension?.enum ?? []).map((key) => [
        key,
        { description: meaningOf(key, words) ?? key, ...ref('WhereValue') },
      ]),
    ),
    ...Object.fromEntries(
      (models[predicate].metric?.enum ?? []).map((key) => [
        key,
        { description: meaningOf(key, words) ?? key, ...ref('WhereRange') },
      ]),
    ),
  });
  const inside = Object.fromEntries(
    Object.entries(nested).map(([key, { predicate, description: said }]) => [
      key,
      { description: said, type: 'object', additionalProperties: false, properties: keysOf(predicate) },
    ]),
  );
  const named = Object.fromEntries(
    Object.entries(names).map(([key, { description: said, definition }]) => [
      key,
      { description: said, ...ref(definition) },
    ]),
  );
  const all = Object.assign({}, ...flat.map(keysOf));
  return {
    description,
    type: 'object',
    additionalProperties: false,
    properties: { ...named, ...withoutKeys(all, named), ...inside },
  };
}

// A reference replaces what stands beside it, so the values are written out by the reader of `ours`.
const ref = (definition) => ({ $ref: `#/definitions/${definition}` });

const withoutKeys = (map, other) => Object.fromEntries(Object.entries(map).filter(([key]) => !(key in other)));
