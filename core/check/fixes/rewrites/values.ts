/** Rewrites that give a key another name and its value another form. */
import { formatDuration } from '../../../contract/afterCallWork.ts';
import { renameKey, type SpanEdit } from '../../../text/edit.ts';
import type { Node } from '../../../text/tree.ts';
import { childOf, isText, pairOf } from '../../../text/walk.ts';
import { isId } from '../../rules/id-instead-of-name.ts';
import type { FixPlan } from '../../rule.ts';
import type { RewriteSite } from './site.ts';
import { writerFor } from './written.ts';

export function renaming({ parent, pair }: RewriteSite, to: string): FixPlan | undefined {
  if (pairOf(parent, to) !== undefined || parent.alias === true) return undefined;
  return { title: `Change to \`${to}\``, edits: [renameKey(pair, to)] };
}

export function replacing({ parent, pair }: RewriteSite, to: string, value: string | undefined): FixPlan | undefined {
  const node = pair.value;
  if (value === undefined || node === undefined || pairOf(parent, to) !== undefined || parent.alias === true)
    return undefined;
  const written =
    isText(node) && node.value === value && node.alias !== true ? node.source : writerFor(parent).text(value);
  const edits: SpanEdit[] = [renameKey(pair, to)];
  if (node.kind === 'scalar' && node.style !== 'block') edits.push({ span: node.span, newText: written });
  else if (isOneLine(node)) edits.push({ span: node.span, newText: written });
  else
    return {
      title: `Change to \`${to}: ${written}\``,
      edits: [{ span: pair.span, newText: `${writerFor(parent).text(to)}: ${written}` }],
    };
  return { title: `Change to \`${to}: ${written}\``, edits };
}

export function isOneLine(node: Node): boolean {
  return (
    (node.kind === 'scalar' && node.style !== 'block' && !node.source.includes('\n')) ||
    (node.kind !== 'scalar' && node.flow)
  );
}

export function nameIn(node: Node | undefined): string | undefined {
  const text = node?.kind === 'map' ? childOf(node, 'name') : node;
  return isText(text) && text.value !== '' && !isId(text.value) ? text.value : undefined;
}

export function mapped(node: Node | undefined, values: Readonly<Record<string, string>>): string | undefined {
  const text = node?.kind === 'scalar' ? String(node.value) : '';
  return Object.hasOwn(values, text) ? values[text] : undefined;
}

export function duration(node: Node | undefined, factor: number): string | undefined {
  const amount =
    node?.kind === 'scalar' && (typeof node.value === 'number' || typeof node.value === 'string')
      ? Number(node.value) * factor
      : Number.NaN;
  return Number.isInteger(amount) && amount >= 1000 && amount <= 3_600_000 ? formatDuration(amount) : undefined;
}
