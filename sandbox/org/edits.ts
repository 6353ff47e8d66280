/**
 * Changes by somebody else: what a person in the admin UI does between two requests of the product. Each is found in the
 * audits under that person's name. All of them throw an Error with a plain sentence for what does not exist.
 */
import { resolved } from './resolved.ts';
import type { JsonObject } from '../json.ts';
import { isThere, readableFrom, withFormer } from '../lag.ts';
import type { World } from '../world.ts';
import { addCode, changeCode, type CodeContent, deleteCode } from './codeChanges.ts';
import { allDivisions, type Author, type Queue, type Row, type WrapupCode } from './model.ts';
import { changeMappings } from './outboundChanges.ts';
import { changeQueue, putCodesOnQueue, takeCodeOffQueue } from './queueChanges.ts';

/** Ids or names; a name stands for the first living entity that has it. */
export interface OrgEdits {
  addCode(content: { readonly name: string; readonly description?: string; readonly divisionId?: string }): WrapupCode;
  /** Changes the named fields only. */
  editCode(code: string, fields: Partial<CodeContent>): WrapupCode;
  removeCode(code: string): void;
  putCodeOnQueue(queue: string, code: string): void;
  takeCodeOffQueue(queue: string, code: string): void;
  /** Changes the named settings only, `acwSettings` for example; fields that nobody knows may be among them. */
  changeQueue(queue: string, settings: JsonObject): Queue;
  /** Flags by code; undefined takes an entry away. The version counts up. */
  changeMappings(flags: Readonly<Record<string, readonly string[] | undefined>>): void;
  /** Changes the named cells of a row, or makes it; undefined removes it. */
  touchRow(table: string, key: string, cells: JsonObject | undefined): void;
}

export function createOrgEdits(world: World): OrgEdits {
  const { org } = world;
  const author = somebodyElse(world);
  const find = resolved(org);
  return {
    addCode: ({ name, description, divisionId = allDivisions }) =>
      addCode(world, { name, ...(description === undefined ? {} : { description }), divisionId }, author),
    editCode(code, fields) {
      const before = find.code(code);
      const { name, description, divisionId } = before;
      const kept = { name, ...(description === undefined ? {} : { description }), divisionId };
      return changeCode(world, before, { ...kept, ...fields }, author);
    },
    removeCode: (code) => deleteCode(world, find.code(code), author),
    putCodeOnQueue: (queue, code) => putCodesOnQueue(world, find.queue(queue).id, [find.code(code).id], author),
    takeCodeOffQueue: (queue, code) => void takeCodeOffQueue(world, find.queue(queue).id, find.code(code).id, author),
    changeQueue(queue, settings) {
      const before = find.queue(queue);
      const { name, divisionId } = before;
      return changeQueue(world, before, { name, divisionId, settings: { ...before.settings, ...settings } }, author);
    },
    changeMappings(flags) {
      const before = org.outbound.current;
      const mapping: Record<string, readonly string[]> = { ...before.mapping };
      for (const [code, set] of Object.entries(flags)) {
        const { id } = find.code(code);
        if (set === undefined) delete mapping[id];
        else mapping[id] = set;
      }
      const { name, defaultSet, others } = before;
      changeMappings(world, { name, defaultSet, mapping, others }, author);
    },
    touchRow: (table, key, cells) => touchRow(world, find.table(table).rows, key, cells),
  };
}

function touchRow(world: World, rows: Map<string, Row>, key: string, cells: JsonObject | undefined): void {
  const found = rows.get(key);
  const before = found && isThere(found) ? found : undefined;
  if (cells === undefined) {
    if (before) rows.set(key, { ...before, hiddenFrom: readableFrom(world) });
  } else if (before) {
    rows.set(key, withFormer<Row>(world, before, { ...before, cells: { ...before.cells, ...cells } }));
  } else {
    rows.set(key, { cells: { key, ...cells }, visibleFrom: readableFrom(world) });
  }
}

/** The seed's first user, who signed in to the admin UI and not through a client of a test. */
function somebodyElse({ org }: World): Author {
  const user = org.users[0];
  return user ? { id: user.id, user } : { id: org.id };
}
