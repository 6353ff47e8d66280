/** A value that makes sense at a place. */
export interface Suggestion {
  readonly text: string;
  /** `word`: a fixed word, written as it is. `reference`: something defined elsewhere. `text`: anything else. */
  readonly kind: 'word' | 'reference' | 'text';
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** A snippet that is inserted for it, without quotes around it. */
  readonly snippet?: string;
}

export function reference(text: string, detail?: string, documentation?: string): Suggestion {
  return {
    text,
    kind: 'reference',
    ...(detail !== undefined && detail !== '' && { detail }),
    ...(documentation !== undefined && { documentation }),
  };
}

export function word(text: string, detail?: string): Suggestion {
  return { text, kind: 'word', ...(detail !== undefined && { detail }) };
}

/** Each text once; `same` says when two are one. */
export function unique(
  suggestions: readonly Suggestion[],
  same: (text: string) => string = (text) => text,
): readonly Suggestion[] {
  const seen = new Set<string>();
  return suggestions.filter(({ text }) => !seen.has(same(text)) && seen.add(same(text)));
}
