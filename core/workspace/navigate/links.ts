/** Addresses in a file that can be opened. */
import type { LiveText } from '../../text/live/index.ts';
import type { DocumentLink } from './model.ts';

/** The addresses of a project's `events`. */
export function documentLinks(file: LiveText): readonly DocumentLink[] {
  void file;
  return [];
}
