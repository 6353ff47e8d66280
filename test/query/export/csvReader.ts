/** A strict reader of CSV as RFC 4180 has it, for tests: it shares no code with the writer. */
export interface CsvField {
  readonly text: string;
  readonly quoted: boolean;
}

/** Throws on anything that RFC 4180 does not allow: a stray quote, a bare line end, something after a closing quote. */
export function readCsv(csv: string, lineEnd: '\r\n' | '\n' = '\r\n'): readonly (readonly CsvField[])[] {
  const records: CsvField[][] = [];
  let record: CsvField[] = [];
  let at = 0;
  while (at < csv.length) {
    const field = csv[at] === '"' ? quotedAt(csv, at) : bareAt(csv, at);
    record.push(field.field);
    at = field.end;
    if (csv[at] === ',') {
      at += 1;
      if (at === csv.length) throw new Error('The last record is not ended');
      continue;
    }
    if (!csv.startsWith(lineEnd, at))
      throw new Error(`No field ends at ${at}: ${JSON.stringify(csv.slice(at, at + 20))}`);
    at += lineEnd.length;
    records.push(record);
    record = [];
  }
  if (record.length > 0) throw new Error('The last record is not ended');
  return records;
}

function quotedAt(csv: string, start: number): { readonly field: CsvField; readonly end: number } {
  let text = '';
  for (let at = start + 1; at < csv.length; at += 1) {
    if (csv[at] !== '"') text += csv[at];
    else if (csv[at + 1] === '"') text += csv[++at];
    else return { field: { text, quoted: true }, end: at + 1 };
  }
  throw new Error(`The quote at ${start} is never closed`);
}

function bareAt(csv: string, start: number): { readonly field: CsvField; readonly end: number } {
  let end = start;
  while (end < csv.length && !',\r\n"'.includes(csv[end] ?? '')) end += 1;
  return { field: { text: csv.slice(start, end), quoted: false }, end };
}
