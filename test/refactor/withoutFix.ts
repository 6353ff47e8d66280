import type { SyntaxCode } from '#core/text/tree.ts';

/** Rules whose problems have no obvious repair, and why. A rule stands here or offers one in the data beside it. */
export const withoutFix: Readonly<Record<string, string>> = {
  'bad-org-id': 'Only the organization itself knows its id.',
  'bad-pattern': 'What the pattern was meant to match is not known.',
  'code-twin': 'Which of two codes is to be called otherwise, and how, is for people to say.',
  'duplicate-code': 'Which of two codes is to be called otherwise, and how, is for people to say.',
  'duplicate-name': 'Two codes of one name are either one code or two: that is for people to say.',
  'empty-key': 'The name that is missing is not known.',
  'interval-in-future': 'Nothing is wrong: the interval will be over one day.',
  'interval-too-long': 'Which part of the interval matters is not known.',
  'name-twin': 'Two names that look alike are either one code or two: that is for people to say.',
  'nested-clauses': 'Clauses in clauses mean something that two levels may not be able to say.',
  'never-reached': 'Either rule may be the one that is meant.',
  'policy-name-length': 'How a name is shortened is for people to say.',
  'range-on-text': 'Which value is meant by a range of numbers is not known.',
  'retired-code': 'Which code is to be given instead is not known.',
  'taken-field-name': 'Another name for the field is for people to choose.',
  'too-many-views': 'Which views are to go into another query is not known.',
  'view-target': 'Which duration is meant is not known.',
  'view-without-range': 'Where the range begins and ends is not known.',
};

/** For each problem of the YAML itself: a text that shows it and is repaired, or why no repair is obvious. */
export const syntax: Readonly<Record<SyntaxCode, { readonly repaired: string } | { readonly reason: string }>> = {
  'yaml-syntax': { reason: 'What is meant is not known.' },
  'missing-colon': { repaired: 'codes:\n  - name: A\n    description\n    code: X\n' },
  'missing-space': { repaired: 'codes:\n  - name:A\n    code: X\n' },
  'missing-quote': { repaired: 'codes:\n  - name: "A\n' },
  'missing-bracket': { repaired: 'codes:\n  - name: A\n    formerly: [B\n' },
  'quotes-needed': { repaired: 'codes:\n  - name: @A\n' },
  'bad-indent': { repaired: 'codes:\n  - name: A\n     code: X\n' },
  'tab-indent': { repaired: 'codes:\n\t- name: A\n' },
  'merge-conflict': { reason: 'Which side is to stay is for people to say, and editors have buttons for it.' },
  'duplicate-key': { repaired: 'codes:\n  - name: A\n    code: X\n    code: Y\n' },
  'complex-key': { reason: 'What a list or a map as a key is meant to be is not known.' },
  'unknown-anchor': { repaired: 'codes:\n  - name: *A\n' },
  'alias-bomb': { reason: 'Written out, the file would be beyond measure.' },
  'too-deep': { reason: 'No file of ours is so deep, so what is meant is not known.' },
  'unknown-tag': { repaired: 'codes:\n  - name: !A\n' },
  'file-too-large': { reason: 'How to split a file is for people to say.' },
};
