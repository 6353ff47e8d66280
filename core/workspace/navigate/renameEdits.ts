/** The edits of a rename. */
import type { SpanEdit } from '../../text/edit.ts';
import type { Span, TextEdit } from '../../text/position.ts';
import { writtenAt } from './anchor.ts';
import type { Found } from './definition.ts';
import { formerlyEdits } from './formerly.ts';
import type { Occurrence, Refusal, RenamePlan } from './model.ts';
import type { Piece } from './pieces.ts';
import { refused } from './refused.ts';
import { writeName } from './writeName.ts';

/** `places` are those of all files that get the new name. */
export function renameEdits(places: readonly Found[], newName: string): RenamePlan | Refusal {
  const byPiece = new Map<Piece, Occurrence[]>();
  for (const { piece, name } of places) {
    const names = byPiece.get(piece);
    if (names === undefined) byPiece.set(piece, [name]);
    else names.push(name);
  }
  const edits = new Map<string, TextEdit[]>();
  for (const [piece, names] of byPiece) {
    const made = editsIn(piece, names, newName);
    if ('refusal' in made) return made;
    const own = edits.get(piece.file) ?? [];
    edits.set(piece.file, own);
    for (const { span, newText } of made.edits) own.push({ range: piece.rangeOf(span), newText });
  }
  for (const own of edits.values())
    own.sort(({ range: { start: a } }, { range: { start: b } }) => a.line - b.line || a.character - b.character);
  return { edits };
}

interface Made {
  readonly edits: readonly SpanEdit[];
}

function editsIn(piece: Piece, names: readonly Occurrence[], newName: string): Made | Refusal {
  const written = new Map<number, SpanEdit>();
  for (const name of names) {
    const span = writtenAt(piece.text, name.node);
    if (span === undefined) return behindAlias(piece.text, name.node.span);
    written.set(span.start, { span, newText: writeName(name, newName) });
  }
  const own = new Set(names);
  const other = piece.occurrences.find((name) => !own.has(name) && isShared(piece, name, names, written));
  if (other !== undefined) return behindAlias(piece.text, other.node.span);
  const kept = names.flatMap((name) => keptName(piece, name, newName));
  const refusal = kept.find((edit) => 'refusal' in edit);
  if (refusal !== undefined) return refusal;
  const changed = [...written.values()].filter(
    ({ span, newText }) => piece.text.slice(span.start, span.end) !== newText,
  );
  return { edits: [...changed, ...kept.flatMap((edit) => ('edits' in edit ? edit.edits : []))] };
}

/** True for another kind of name that an alias makes of the same text; a text that is a `code` or a name is one anyway. */
function isShared(
  { text }: Piece,
  name: Occurrence,
  names: readonly Occurrence[],
  written: ReadonlyMap<number, SpanEdit>,
): boolean {
  if (name.either === true && names.some(({ node }) => node === name.node)) return false;
  const span = writtenAt(text, name.node);
  return span !== undefined && written.has(span.start);
}

function behindAlias(text: string, { start, end }: Span): Refusal {
  return refused(
    `An alias makes \`${text.slice(start, end)}\` stand for more than this name. Write it out there first.`,
  );
}

/** The earlier name of a code, kept where the code is. */
function keptName(piece: Piece, { kind, role, entry, node }: Occurrence, newName: string): readonly (Made | Refusal)[] {
  if (kind !== 'name' || role !== 'declaration' || entry === undefined || node.value === newName) return [];
  const edits = formerlyEdits(piece.text, entry, node, newName);
  if (edits === undefined)
    return [
      refused(
        'The earlier name belongs under `formerly` of the code, and what stands there is no list of its own. Repair it first.',
      ),
    ];
  return [{ edits: edits.map(({ span, newText }) => ({ span, newText: newText.replace(/\r?\n/g, piece.lineBreak) })) }];
}
