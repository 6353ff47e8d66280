/** A table of codes, as spreadsheets save it, as a catalog. */
import { CsvError, parse } from 'csv-parse/sync';
import type { WrapUpCatalog, WrapUpCode } from '../../contract/generated/files.ts';
import { validateCode } from '../../contract/generated/validators.mjs';
import { namingRules } from '../../contract/limits.ts';
import type { SchemaError } from '../../contract/validator.ts';

export type CsvResult =
  | { readonly ok: true; readonly catalog: WrapUpCatalog; readonly notes: readonly string[] }
  /** Sentences with line numbers; nothing is made of the table. */
  | { readonly ok: false; readonly errors: readonly string[] };

/** Headers as people write them, in small letters without spaces, dashes and underscores. */
const columns: Readonly<Record<string, keyof WrapUpCode>> = {
  name: 'name',
  wrapupcode: 'name',
  wrapupcodename: 'name',
  code: 'code',
  category: 'category',
  subcategory: 'subcategory',
  description: 'description',
  division: 'division',
  queue: 'queues',
  queues: 'queues',
  tags: 'reportingTags',
  reportingtags: 'reportingTags',
  mandatory: 'mandatory',
  validfrom: 'validFrom',
  validthrough: 'validThrough',
  state: 'state',
  outbound: 'outbound',
  environments: 'environments',
  formerly: 'formerly',
};
const lists: ReadonlySet<string> = new Set<keyof WrapUpCode>([
  'queues',
  'reportingTags',
  'outbound',
  'environments',
  'formerly',
]);

interface Line {
  readonly record: readonly string[];
  /** In the file, from 1. */
  readonly line: number;
}

/**
 * The first line names the columns. Commas, semicolons and tabs part them, whichever the first line has most of; several
 * values in one cell are parted by `;`, `|` or line breaks. Empty cells say nothing.
 */
export function csvCatalog(text: string): CsvResult {
  const lines = readLines(text);
  if ('error' in lines) return { ok: false, errors: [lines.error] };
  const [header, ...rows] = lines.lines;
  if (header === undefined)
    return {
      ok: false,
      errors: ['The table is empty. Its first line names the columns, for example `name,description,queues`.'],
    };
  const fields = header.record.map((title) => fieldOf(title));
  const errors = headerErrors(header.record, fields);
  if (errors.length > 0) return { ok: false, errors };
  const codes: WrapUpCode[] = [];
  const first = new Map<string, number>();
  for (const { record, line } of rows) {
    const code = codeOf(record, fields);
    const { name } = code;
    if (name === undefined) errors.push(`Line ${line} has no name.`);
    else if (!validateCode(code)) errors.push(`Line ${line}: ${whatIsWrong(code, validateCode.errors ?? [])}`);
    else if (first.has(code.name))
      errors.push(`Line ${line} names "${code.name}" again; it is in line ${first.get(code.name)}.`);
    else {
      first.set(code.name, line);
      codes.push(code);
    }
  }
  if (errors.length > 0) return { ok: false, errors };
  const unknown = header.record.filter((_title, at) => fields[at] === undefined);
  const needsPlatform = codes.some(({ name }) =>
    [...name].some((one) => namingRules.portable.character?.test(one) === false),
  );
  const queues = [...new Set(codes.flatMap((code) => code.queues ?? []))];
  return {
    ok: true,
    catalog: {
      kind: 'WrapUpCatalog',
      ...(needsPlatform ? { naming: 'platform' as const } : {}),
      ...(queues.length === 0 ? {} : { queues: Object.fromEntries(queues.map((queue) => [queue, {}])) }),
      codes,
    },
    notes: unknown.map((title) => `The column "${title}" is none of a catalog's, and was left out.`),
  };
}

function readLines(text: string): { readonly lines: readonly Line[] } | { readonly error: string } {
  try {
    const numbers: number[] = [];
    const records = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record: (record, { lines }) => {
        numbers.push(lines);
        return record;
      },
    });
    return { lines: records.map((record, at) => ({ record, line: numbers[at] ?? 0 })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { error: `The table cannot be read: ${error.message}.` };
  }
}

function delimiterOf(text: string): string {
  const [first = ''] = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1);
  const count = (mark: string): number => first.split(mark).length;
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

function fieldOf(title: string): keyof WrapUpCode | undefined {
  const plain = title.toLowerCase().replaceAll(/[\s_-]/g, '');
  return Object.hasOwn(columns, plain) ? columns[plain] : undefined;
}

function headerErrors(titles: readonly string[], fields: readonly (keyof WrapUpCode | undefined)[]): string[] {
  const errors = fields.flatMap((field, at) =>
    field !== undefined && fields.indexOf(field) !== at
      ? [`Two columns are \`${field}\`: "${titles[fields.indexOf(field)]}" and "${titles[at]}". Keep one of them.`]
      : [],
  );
  if (!fields.includes('name'))
    errors.unshift(
      `No column is called \`name\`. The first line names the columns; it has ${titles.map((title) => `"${title}"`).join(', ')}.`,
    );
  return errors;
}

function codeOf(
  record: readonly string[],
  fields: readonly (keyof WrapUpCode | undefined)[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fields.flatMap((field, at) => {
      const cell = record[at] ?? '';
      return field === undefined || cell === '' ? [] : [[field, valueOf(field, cell)] as const];
    }),
  );
}

function valueOf(field: keyof WrapUpCode, cell: string): unknown {
  if (field === 'mandatory')
    return /^(?:true|yes|y|1|x)$/i.test(cell) || (/^(?:false|no|n|0)$/i.test(cell) ? false : cell);
  if (field === 'state') return cell.toLowerCase();
  if (field === 'outbound' && cell.toLowerCase() === 'default') return 'default';
  if (!lists.has(field)) return cell;
  return cell
    .split(/[;|\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** The schema's first complaint. */
function whatIsWrong(code: Readonly<Record<string, unknown>>, errors: readonly SchemaError[]): string {
  const [field = ''] = errors[0]?.instancePath.split('/').slice(1) ?? [];
  const allowed = errors.flatMap(({ params }) =>
    Array.isArray(params['allowedValues']) ? params['allowedValues'].map(String) : [],
  );
  const advice = field === 'mandatory' ? 'yes or no' : [...new Set(allowed)].join(', ');
  return `"${String(code[field])}" does not fit \`${field}\`.${advice === '' ? '' : ` Possible: ${advice}.`}`;
}
