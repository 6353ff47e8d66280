import * as vscode from 'vscode';

/** A problem as `wrapsmith validate --format json` prints it. */
export interface Marker {
  readonly file: string;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { readonly start: Place; readonly end: Place };
}

interface Place {
  readonly line: number;
  readonly character: number;
}

const SEVERITIES = ['error', 'warning', 'information', 'hint'];

/** What the editor underlines in a file, in the command line's form and order: by place, then by code. */
export function markersOf(document: vscode.TextDocument, file: string): readonly Marker[] {
  const markers = vscode.languages.getDiagnostics(document.uri).map(({ code, severity, message, range }) => ({
    file,
    code: String(typeof code === 'object' ? code.value : code),
    severity: SEVERITIES[severity] ?? String(severity),
    message,
    range: { start: toPlace(range.start), end: toPlace(range.end) },
  }));
  return inOrder(markers);
}

export function inOrder(markers: readonly Marker[]): readonly Marker[] {
  const key = ({ range: { start, end }, code, message }: Marker) =>
    [start.line, start.character, end.line, end.character].map((part) => String(part).padStart(6, '0')).join() +
    code +
    message;
  return markers.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

const toPlace = ({ line, character }: vscode.Position): Place => ({ line, character });
