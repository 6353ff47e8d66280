import { expect, test } from 'vitest';
import { check } from '#core/check/index.ts';
import { readSource } from '#core/text/parse.ts';
import { fixAll } from '../fixtures/apply.ts';
import { now } from '../fixtures/context.ts';

const lead = 'kind: WrapUpCatalog\nnaming: platform\n';

test.each([
  ['codes:\n  - name: Foo: bar # why\n', 'codes:\n  - name: "Foo: bar" # why\n'],
  ['codes:\n  - name: @all\n', 'codes:\n  - name: "@all"\n'],
  ['codes:\n  - name: *all\n', 'codes:\n  - name: "*all"\n'],
  ['codes:\n  - name: !all\n', 'codes:\n  - name: "!all"\n'],
  ['codes:\n  - name: "Foo\n  - name: Bar\n', 'codes:\n  - name: "Foo"\n  - name: Bar\n'],
  ['codes:\n  - name: Foo\n    formerly: [Bar, Baz # why\n', 'codes:\n  - name: Foo\n    formerly: [Bar, Baz] # why\n'],
  ['codes:\n  - name:Foo # why\n    code: X\n', 'codes:\n  - name: Foo # why\n    code: X\n'],
  ['codes:\n  - name: "Foo"# why\n', 'codes:\n  - name: "Foo" # why\n'],
  ['codes:\n  - name: Foo\n     code: X # why\n', 'codes:\n  - name: Foo\n    code: X # why\n'],
  [
    'codes:\n  - name: A\n- name: B\n  formerly:\n    - C\n\n  - name: D\n',
    'codes:\n  - name: A\n  - name: B\n    formerly:\n      - C\n\n  - name: D\n',
  ],
  ['codes:\n\t- name: Foo\n\t  code: X\n', 'codes:\n  - name: Foo\n    code: X\n'],
  ['codes:\n  - name: Foo\n    code: X\n    code: Y # why\n', 'codes:\n  - name: Foo\n    code: X\n    # why\n'],
])('%j is repaired', (broken, repaired) => {
  for (const eol of ['\n', '\r\n']) {
    const fixed = fixAll('x.wrapup.yaml', (lead + broken).replaceAll('\n', eol), { now });
    expect(fixed).toBe((lead + repaired).replaceAll('\n', eol));
    expect(check(readSource('x.wrapup.yaml', fixed), { now })).toEqual([]);
  }
});
