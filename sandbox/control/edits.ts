/** Somebody else's edits, as JSON. */
import { isJsonObject, type JsonObject } from '../json.ts';
import type { CodeContent } from '../org/codeChanges.ts';
import type { OrgEdits } from '../org/edits.ts';
import { BadRequest, type Fields, fieldsOf } from './fields.ts';

export const editKinds = [
  'addCode',
  'editCode',
  'removeCode',
  'putCodeOnQueue',
  'takeCodeOffQueue',
  'changeQueue',
  'changeMappings',
  'touchRow',
] as const;

/** Checks the form of an edit. What it names is looked up when it is made, and may then throw an Error. */
export function editOf(edits: OrgEdits, value: unknown): () => void {
  const fields = fieldsOf(value, 'An edit');
  const edit = readEdit(edits, fields.oneOf('kind', editKinds), fields);
  fields.end();
  return edit;
}

function readEdit(edits: OrgEdits, kind: (typeof editKinds)[number], fields: Fields): () => void {
  switch (kind) {
    case 'addCode': {
      const content = codeContent(fields);
      const name = content.name ?? '';
      if (name === '') throw new BadRequest('An edit that adds a code needs "name", a text.');
      return () => void edits.addCode({ ...content, name });
    }
    case 'editCode': {
      const code = fields.text('code');
      const content = codeContent(fields);
      return () => void edits.editCode(code, content);
    }
    case 'removeCode': {
      const code = fields.text('code');
      return () => edits.removeCode(code);
    }
    case 'putCodeOnQueue':
    case 'takeCodeOffQueue': {
      const [queue, code] = [fields.text('queue'), fields.text('code')];
      return () => edits[kind](queue, code);
    }
    case 'changeQueue': {
      const [queue, settings] = [fields.text('queue'), fields.object('settings')];
      return () => void edits.changeQueue(queue, settings);
    }
    case 'changeMappings': {
      const flags = flagsOf(fields.object('flags'));
      return () => edits.changeMappings(flags);
    }
    case 'touchRow': {
      const [table, key, cells] = [fields.text('table'), fields.text('key'), fields.any('cells')];
      if (cells !== null && !isJsonObject(cells))
        throw new BadRequest('An edit of a row needs "cells", an object or null.');
      return () => edits.touchRow(table, key, cells ?? undefined);
    }
  }
}

function codeContent(fields: Fields): Partial<CodeContent> {
  const [name, description, divisionId] = ['name', 'description', 'divisionId'].map((field) =>
    fields.optionalText(field),
  );
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(divisionId === undefined ? {} : { divisionId }),
  };
}

/** null takes a code's entry away. */
function flagsOf(value: JsonObject): Record<string, readonly string[] | undefined> {
  return Object.fromEntries(
    Object.entries(value).map(([code, flags]) => {
      if (flags === null) return [code, undefined];
      if (!Array.isArray(flags) || !flags.every((flag) => typeof flag === 'string')) {
        throw new BadRequest(`The flags of ${code} are a list of texts, or null.`);
      }
      return [code, flags];
    }),
  );
}
