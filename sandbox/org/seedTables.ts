import { textIn } from '../json.ts';
import { type TableData, tableData } from './data/tables.ts';
import type { DivisionIdOf, IdOf } from './ids.ts';
import type { DataTable } from './model.ts';

export function seedTables(idOf: IdOf, divisionIdOf: DivisionIdOf): ReadonlyMap<string, DataTable> {
  return new Map(tableData.map((data) => [idOf('table', data.name), seedTable(data, idOf, divisionIdOf)]));
}

function seedTable(data: TableData, idOf: IdOf, divisionIdOf: DivisionIdOf): DataTable {
  const columns = Object.entries({ key: 'string', ...data.columns });
  return {
    id: idOf('table', data.name),
    name: data.name,
    divisionId: divisionIdOf(data.division),
    description: data.description,
    schema: {
      $schema: 'http://json-schema.org/draft-04/schema#',
      title: data.name,
      type: 'object',
      required: ['key'],
      properties: Object.fromEntries(columns.map(([title, type]) => [title, { title, type }])),
      additionalProperties: false,
    },
    rows: new Map(data.rows.map((cells) => [textIn(cells, 'key'), { cells }])),
  };
}
