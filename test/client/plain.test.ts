import { expect, test } from 'vitest';
import { withoutIcons, withoutLinks } from '#client/ui/plain.ts';

/** What the editor takes for a link in a notification or under an input box. */
const LINK = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)/i;

test.each(['[Fix it](command:workbench.action.quit)', 'x [a](https://evil.example) [b](file:///etc/passwd)'])(
  'a name stays a name: %s',
  (text) => {
    expect(text).toMatch(LINK);
    expect(withoutLinks(text)).not.toMatch(LINK);
    expect(withoutLinks(text).replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  },
);

test('names without such parts are not touched', () => {
  expect(withoutLinks('Sales [EU] (new)')).toBe('Sales [EU] (new)');
  expect(withoutIcons('Costs $5 (about)')).toBe('Costs $5 (about)');
});

test('no name is an icon', () => {
  expect(withoutIcons('$(lock) prod $(sync~spin)')).not.toMatch(/\$\([a-z]/);
});

test('no name reverses the rest of a line or hides in it', () => {
  for (const door of [withoutLinks, withoutIcons]) {
    expect(door('prod\u202E)tsal(\u0007')).toBe('prod\\u{202E})tsal(\\u{7}');
    expect(door('מכירות، 営業')).toBe('מכירות، 営業');
  }
  expect(withoutLinks('One line.\nAnother.')).toBe('One line.\nAnother.');
  expect(withoutIcons('one\ntwo')).toBe('one\\u{A}two');
});
