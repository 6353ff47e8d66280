/** The data tables of the seed. A flow reads them; nothing in the org enforces them. */
import type { JsonObject } from '../../json.ts';
import type { DivisionName } from './divisions.ts';

export interface TableData {
  readonly name: string;
  readonly division: DivisionName;
  readonly description: string;
  /** Column → type, without `key`, which every table has. */
  readonly columns: Readonly<Record<string, 'boolean' | 'string' | 'integer' | 'number'>>;
  readonly rows: readonly JsonObject[];
}

export const tableData: readonly TableData[] = [
  {
    name: 'Wrap-up catalog',
    division: 'Home',
    description: 'What flows and reports know of a wrap-up code',
    columns: {
      name: 'string',
      code: 'string',
      category: 'string',
      subcategory: 'string',
      reportingTags: 'string',
      validFrom: 'string',
      validThrough: 'string',
      mandatory: 'boolean',
      // Kept by others in the org, not by a catalog.
      owner: 'string',
      reviewed: 'boolean',
      sortOrder: 'integer',
      handlingCost: 'number',
    },
    rows: [
      {
        key: 'Issue Resolved',
        name: 'Issue Resolved',
        code: 'RESOLVED',
        category: 'Resolution',
        reportingTags: 'fcr:yes',
        owner: 'Support',
        reviewed: true,
        sortOrder: 10,
        handlingCost: 2.5,
      },
      { key: 'Tech Escalation', name: 'Tech Escalation', category: 'Escalation', owner: 'Support', sortOrder: 20 },
      { key: 'Wrong Number', name: 'Wrong Number', category: 'No contact', reviewed: false, handlingCost: 0.4 },
      { key: 'Modem Rental', name: 'Modem Rental', category: 'Old products', owner: 'Sales' },
      { key: 'A/B test: 50 %', category: 'Pilot', owner: 'Operations', sortOrder: 900 },
    ],
  },
  {
    name: 'Opening hours',
    division: 'Support',
    description: 'Hours of the service desks',
    columns: { opens: 'string', closes: 'string', open24h: 'boolean' },
    rows: [
      { key: 'Amsterdam', opens: '08:00', closes: '20:00', open24h: false },
      { key: 'Manila', open24h: true },
    ],
  },
];
