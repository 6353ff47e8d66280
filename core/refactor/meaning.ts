/** What a file says, whichever way it says it. */
import type { Node, SourceFile } from '../text/tree.ts';
import { childOf, toValue } from '../text/walk.ts';

/** The same text for two sources whose codes have the same fields, their own or the catalog's, in any order. */
export function meaningOf({ documents }: SourceFile): string {
  return JSON.stringify(documents.map(({ root }) => catalogMeaning(root)));
}

function catalogMeaning(root: Node | undefined): unknown {
  const { codes, defaults, division, ...head } = fieldsOf(toValue(root));
  const given = { division, ...fieldsOf(defaults) };
  const written = Array.isArray(codes) && childOf(root, 'codes')?.kind === 'seq' ? codes : [];
  const each = written.map((code: unknown) => canonical({ ...given, ...fieldsOf(code) }));
  return [canonical(head), each.toSorted()];
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** With its keys in order; queues are a set. */
function canonical(value: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(value).filter(([, child]) => child !== undefined);
  return JSON.stringify(
    entries
      .map(([key, child]) => [
        key,
        key === 'queues' && Array.isArray(child) ? child.map(String).toSorted() : written(child),
      ])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
}

/** Whole numbers beyond what JSON has are no data of ours, and must not stop anything. */
function written(value: unknown): string {
  return JSON.stringify(value, (_, child: unknown) => (typeof child === 'bigint' ? child.toString() : child));
}
