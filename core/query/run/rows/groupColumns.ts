/** The dimensions of a group, with names for ids. */
import type { NamedKind } from '../../model.ts';
import type { AggregateColumn } from './aggregateColumns.ts';
import { SEPARATOR } from './cells.ts';
import { codeFacts } from './codeFacts.ts';
import { titleOf } from './columnModel.ts';
import { nameOf } from './nameColumns.ts';

interface Named {
  readonly key: string;
  readonly title: string;
  readonly kind: NamedKind;
}

const named: Readonly<Record<string, Named>> = {
  queueId: { key: 'queue', title: 'Queue', kind: 'queue' },
  userId: { key: 'agent', title: 'Agent', kind: 'user' },
  divisionId: { key: 'division', title: 'Division', kind: 'division' },
};

/** The id is a column too, under the dimension's own name. A group without a value has `null`, or no such field. */
export function groupColumns(dimension: string): readonly AggregateColumn[] {
  const own: AggregateColumn = {
    key: dimension,
    title: dimension === 'wrapUpCode' ? 'Wrap-up code id' : titleOf(dimension),
    type: 'text',
    description: `The group's \`${dimension}\`, as the answer has it.`,
    cell: ({ group }) => group[dimension],
  };
  return [...nameColumns(dimension), own];
}

/** What is shown of a dimension: its name where it has one. */
export function defaultGroupKeys(dimension: string): readonly string[] {
  return dimension === 'wrapUpCode' ? ['wrapUpName', 'category'] : [named[dimension]?.key ?? dimension];
}

function nameColumns(dimension: string): readonly AggregateColumn[] {
  if (dimension === 'wrapUpCode')
    return codeFacts.map(({ key, title, description, of }) => ({
      key,
      title,
      type: 'text',
      description,
      cell: ({ group }, look) => {
        const code = group[dimension];
        if (code === undefined || code === null) return code;
        const facts = of(code, look);
        return facts.length === 0 ? undefined : facts.join(SEPARATOR);
      },
    }));
  const name = named[dimension];
  if (name === undefined) return [];
  return [
    {
      key: name.key,
      title: name.title,
      type: 'text',
      description: `The name of the group's \`${dimension}\`; the id where the name is not known.`,
      cell: ({ group }, look) => {
        const id = group[dimension];
        return id === undefined || id === null ? id : nameOf(name.kind, id, look);
      },
    },
  ];
}
