import { normaliseName } from '../../contract/names.ts';

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
  /** The normal form of a name, where that is known already. */
  readonly normal?: string;
}

/** What a name is compared by. */
export function normalOf({ text, normal }: Suggestion): string {
  return normal ?? normaliseName(text);
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

/** Each text once; `same` says what two of them are compared by. */
export function unique(
  suggestions: readonly Suggestion[],
  same: (suggestion: Suggestion) => string = ({ text }) => text,
): readonly Suggestion[] {
  const seen = new Set<string>();
  return suggestions.filter((suggestion) => {
    const key = same(suggestion);
    return !seen.has(key) && seen.add(key);
  });
}
