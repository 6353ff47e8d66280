/** Problems of the YAML itself, with their repairs. */
import { indentBefore, insert, removePair, shiftLines, type SpanEdit } from '../../text/edit.ts';
import { openText, type Item, type Layout } from '../../text/live/index.ts';
import { readSource } from '../../text/parse.ts';
import type { Span } from '../../text/position.ts';
import { writeText } from '../../text/quote.ts';
import type { MapNode, Node, SourceFile, SyntaxCode, SyntaxProblem } from '../../text/tree.ts';
import type { Reported } from '../report.ts';
import { fixIf, type FixPlan } from '../rule.ts';

/** Files longer than this get no repair that has to read the file again to be sure of itself. */
const longest = 200_000;

/** What is wrong with the YAML of a file. A repair in a catalog is tried on the head or the item alone that it is for. */
export function syntaxFindings(source: SourceFile): readonly Reported[] {
  if (source.problems.length === 0) return [];
  const { layout } = openText(source.name, source.text);
  return layout === undefined
    ? findingsIn(source.problems, source.text, () => source)
    : findingsByPiece(source, layout);
}

/** The same for a piece of a file. `problems` have spans in its text. */
export function pieceFindings(name: string, text: string, problems: readonly SyntaxProblem[]): readonly Reported[] {
  let read: SourceFile | undefined;
  return findingsIn(problems, text, () => (read ??= readSource(name, text)));
}

function findingsByPiece(source: SourceFile, layout: Layout): readonly Reported[] {
  const byItem = new Map<Item | undefined, SyntaxProblem[]>();
  for (const problem of source.problems) {
    const item = layout.itemAt(source.lines.positionAt(problem.span.start).line);
    const others = byItem.get(item);
    if (others === undefined) byItem.set(item, [problem]);
    else others.push(problem);
  }
  return [...byItem].flatMap(([item, problems]) => {
    const { text, toPiece, toFile } = item === undefined ? headPlaces(source, layout) : itemPlaces(source, item);
    const own = problems.map((problem) => mapProblem(problem, toPiece));
    return pieceFindings(source.name, text, own).map((finding) => mapFinding(finding, toFile));
  });
}

interface Places {
  readonly text: string;
  readonly toPiece: (offset: number) => number;
  readonly toFile: (offset: number) => number;
}

function itemPlaces({ lines }: SourceFile, { text, line }: Item): Places {
  const start = lines.offsetAt({ line, character: 0 });
  return { text, toPiece: (offset) => offset - start, toFile: (offset) => offset + start };
}

function headPlaces({ lines }: SourceFile, { head }: Layout): Places {
  const { source } = head;
  return {
    text: source.text,
    toPiece: (offset) => source.lines.offsetAt(head.fromFile(lines.positionAt(offset)) ?? { line: 0, character: 0 }),
    toFile: (offset) => lines.offsetAt(head.toFile(source.lines.positionAt(offset))),
  };
}

type Move = (offset: number) => number;

function mapSpan({ start, end }: Span, move: Move): Span {
  return { start: move(start), end: move(end) };
}

function mapProblem(problem: SyntaxProblem, move: Move): SyntaxProblem {
  const { span, related, shift } = problem;
  return {
    ...problem,
    span: mapSpan(span, move),
    ...(related && { related: related.map((other) => ({ ...other, span: mapSpan(other.span, move) })) }),
    ...(shift && { shift: { ...shift, span: mapSpan(shift.span, move) } }),
  };
}

function mapFinding(finding: Reported, move: Move): Reported {
  const { code, severity, message, span, related } = finding;
  return {
    code,
    severity,
    message,
    span: mapSpan(span, move),
    get fixes() {
      return finding.fixes?.map((fix) => mapFix(fix, move)) ?? [];
    },
    ...(related && { related: related.map((other) => ({ ...other, span: mapSpan(other.span, move) })) }),
  };
}

function mapFix(fix: FixPlan, move: Move): FixPlan {
  return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: mapSpan(edit.span, move) })) };
}

/** A repair costs more than the problem, since it is tried: so it is made when somebody asks for it. */
function findingsIn(problems: readonly SyntaxProblem[], text: string, read: () => SourceFile): readonly Reported[] {
  let tabs: readonly FixPlan[] | undefined;
  const fixes = (problem: SyntaxProblem): readonly FixPlan[] => {
    if (problem.code === 'tab-indent') return (tabs ??= tabFix(read()));
    if (problem.code === 'missing-colon') return colonFix(text, problem);
    return repairable.has(problem.code) ? fixesOf(read(), problem) : [];
  };
  return problems.map((problem) => ({
    code: problem.code,
    severity: problem.code === 'unknown-tag' ? 'warning' : 'error',
    span: problem.span,
    message: problem.message,
    get fixes() {
      return fixes(problem);
    },
    ...(problem.related === undefined ? {} : { related: problem.related }),
  }));
}

/** Of a word on a line of its own. It is most often still being typed, so nothing is read again for it, and it is nobody's first wish. */
function colonFix(text: string, { span }: SyntaxProblem): readonly FixPlan[] {
  const word = /^[\p{L}\p{N}_-]+/u.exec(text.slice(span.start, span.end))?.[0] ?? '';
  const end = span.start + word.length;
  const isAlone = indentBefore(text, span.start, ' -') !== undefined;
  return fixIf(
    'Add the colon',
    isAlone && /^[ \t]*(?:\r?\n|$)/.test(text.slice(end)) && word !== '' ? [insert(end, ':')] : undefined,
  );
}

/** Problems that may have a repair that is tried. */
const repairable: ReadonlySet<SyntaxCode> = new Set<SyntaxCode>([
  'quotes-needed',
  'unknown-tag',
  'missing-quote',
  'missing-bracket',
  'missing-space',
  'bad-indent',
  'unknown-anchor',
  'duplicate-key',
]);

function fixesOf(source: SourceFile, { code, span, related, shift }: SyntaxProblem): readonly FixPlan[] {
  const written = source.text.slice(span.start, span.end);
  switch (code) {
    case 'quotes-needed':
    case 'unknown-tag':
      return sure(source, 'Put quotes around it', [
        {
          span: lineOf(source.text, span),
          newText: JSON.stringify(source.text.slice(span.start, lineOf(source.text, span).end)),
        },
      ]);
    case 'missing-quote':
      return sure(source, 'Add the closing quote', [insert(span.end, written.charAt(0))]);
    case 'missing-bracket':
      return sure(source, 'Add the closing bracket', [insert(span.end, written.startsWith('{') ? ' }' : ']')]);
    case 'missing-space':
      return sure(source, 'Add the space', [insert(span.start + Math.max(0, written.search(/(?<=^[^\s:]+:)\S/)), ' ')]);
    case 'bad-indent':
      return shift === undefined
        ? []
        : sure(source, 'Indent it like the others', shiftLines(source.text, shift.span, shift.by));
    case 'unknown-anchor':
      return sure(source, 'Put quotes around it', [{ span, newText: writeText(written) }]);
    case 'duplicate-key': {
      const first = related?.[0]?.span.start ?? Infinity;
      const map = first < span.start ? mapWithKey(source, span) : undefined;
      const pair = map?.pairs.find(({ key }) => key.span.start === span.start);
      return map === undefined || pair === undefined
        ? []
        : fixIf(`Remove this \`${pair.key.source}\``, removePair(source.text, map, pair));
    }
    default:
      return [];
  }
}

/** A repair is offered only where the file has fewer syntax problems after it. */
function sure(source: SourceFile, title: string, edits: readonly SpanEdit[]): readonly FixPlan[] {
  if (source.text.length > longest || source.problems.length > 20) return [];
  return readsBetter(source, edits) ? [{ title, edits, preferred: true }] : [];
}

function readsBetter(source: SourceFile, edits: readonly SpanEdit[]): boolean {
  let text = source.text;
  for (const { span, newText } of edits.toSorted((a, b) => b.span.start - a.span.start)) {
    text = text.slice(0, span.start) + newText + text.slice(span.end);
  }
  return readSource(source.name, text).problems.length < source.problems.length;
}

/** All tabs at once, with the width that makes the file readable. */
function tabFix(source: SourceFile): readonly FixPlan[] {
  const tabs = source.problems.filter(({ code }) => code === 'tab-indent');
  if (tabs.length === 0 || source.text.length > longest) return [];
  for (const width of [2, 4, 8]) {
    const edits = tabs.map(({ span }) => ({
      span,
      newText: source.text.slice(span.start, span.end).replaceAll('\t', ' '.repeat(width)),
    }));
    const text = edits
      .toReversed()
      .reduce((all, { span, newText }) => all.slice(0, span.start) + newText + all.slice(span.end), source.text);
    if (readSource(source.name, text).problems.length <= source.problems.length - tabs.length) {
      return [{ title: 'Replace the tabs of this file with spaces', edits, preferred: true }];
    }
  }
  return [];
}

function lineOf(text: string, span: Span): Span {
  const rest = /[^\r\n]*/.exec(text.slice(span.start))?.[0] ?? '';
  const comment = rest.search(/\s#/);
  return {
    start: span.start,
    end: Math.max(span.end, span.start + (comment === -1 ? rest : rest.slice(0, comment)).trimEnd().length),
  };
}

function mapWithKey(source: SourceFile, span: Span): MapNode | undefined {
  const find = (node: Node | undefined): MapNode | undefined => {
    if (node === undefined || node.alias === true || node.kind === 'scalar') return undefined;
    if (node.kind === 'seq')
      return first(
        node.items.filter((item) => covers(item, span)),
        find,
      );
    if (node.pairs.some(({ key }) => key.span.start === span.start)) return node;
    return first(
      node.pairs.flatMap(({ value }) => (value !== undefined && covers(value, span) ? [value] : [])),
      find,
    );
  };
  return first(
    source.documents.flatMap(({ root }) => (root === undefined ? [] : [root])),
    find,
  );
}

function covers(node: Node, span: Span): boolean {
  return node.span.start <= span.start && span.end <= node.span.end;
}

function first<A, B>(items: readonly A[], find: (item: A) => B | undefined): B | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
