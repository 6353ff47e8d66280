import type { CheckContext } from '#core/check/index.ts';
import type { Position, Range } from '#core/text/position.ts';
import type { Excerpt } from '#core/text/live/index.ts';
import type { OpenDocument } from './documents.ts';
import type { ServerParts } from './parts.ts';
import type { Project } from './project.ts';
import { StaleDocument } from './runner.ts';

/** An open file of ours, and its project. */
export interface OurFile {
  readonly document: OpenDocument;
  readonly project: Project;
}

type Parts = Pick<ServerParts, 'documents' | 'projects'>;

/** Undefined where it is not open, or not one of ours. Throws `StaleDocument` when it changed while its project was found. */
export async function ourFile({ documents, projects }: Parts, uri: string): Promise<OurFile | undefined> {
  const document = documents.get(uri);
  if (!document) return undefined;
  const { version } = document;
  const project = await projects.of(document);
  if (!documents.isOpen(document) || document.version !== version) throw new StaleDocument();
  return project.admit(document) ? { document, project } : undefined;
}

/** A place in a file, and as much of the file as is needed to say what it means. */
export interface Place extends OurFile {
  readonly excerpt: Excerpt;
  /** The place in the excerpt. */
  readonly position: Position;
  readonly context: CheckContext;
}

/** As `ourFile`. A position behind the end of the file is its end. */
export async function placeIn(parts: Parts, uri: string, asked: Position): Promise<Place | undefined> {
  const file = await ourFile(parts, uri);
  if (!file) return undefined;
  const { text } = file.document;
  const inFile = within(asked, text.lineCount);
  const excerpt = text.excerpt({ start: inFile, end: inFile });
  const position = excerpt.fromFile(inFile);
  return position && { ...file, excerpt, position, context: file.project.live.contextFor(text.name) };
}

/** Where no line is there, the place behind all text; `Lines` takes care of characters. */
export function within({ line, character }: Position, lineCount: number): Position {
  if (line < 0) return { line: 0, character: 0 };
  return line < lineCount ? { line, character } : { line: lineCount - 1, character: Number.MAX_SAFE_INTEGER };
}

export function rangeInFile({ toFile }: Excerpt, { start, end }: Range): Range {
  return { start: toFile(start), end: toFile(end) };
}
