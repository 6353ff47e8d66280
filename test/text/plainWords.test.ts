import { describe, expect, it } from 'vitest';
import { plainWords } from '#core/text/plainWords.ts';
import { shortened } from '#core/text/shortened.ts';

describe('a sentence in plain words', () => {
  it('has quotes for backticks', () => {
    expect(plainWords('`state` cannot be `lost`.')).toBe("'state' cannot be 'lost'.");
  });

  it('shows the beginning of a name that nobody could read, and what to do behind it', () => {
    const sentence = plainWords(`\`${'k'.repeat(1_000_000)}\` is not a state. Possible: \`active\`.`);
    expect(sentence).toBe(`'${'k'.repeat(299)}…' is not a state. Possible: 'active'.`);
  });

  it('ends somewhere, whatever the backticks are', () => {
    expect(plainWords(`\`${'k`'.repeat(1_000_000)}`).length).toBe(4000);
  });
});

describe('a shortened text', () => {
  it('is the same where it is short enough', () => {
    expect(shortened('abcde', 5)).toBe('abcde');
  });

  it('holds no half of a character', () => {
    expect(shortened('ab👩c', 4)).toBe('ab…');
  });
});
