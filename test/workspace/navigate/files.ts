/** A project in which everything that has a name is named everywhere it can be. */
export const catalog = `kind: WrapUpCatalog
division: Support
categories:
  sales: [lead, other]
  support: [resolved, other]
queues:
  Support Voice: { membership: exact }
  Billing: {}
defaults:
  queues: [Support Voice]
codes:
  - name: Refund
    code: WU_REFUND
    category: support
    subcategory: resolved
    division: Home
    queues: [support  voice, Billing]
    reportingTags: [priority:high, cat:support]
    environments: [dev]
    formerly: [Money Back]
  - name: New Lead
    code: WU_LEAD
    category: sales
    subcategory: other
    environments: [dev, prod]
  - name: Escalated
    code: WU_ESC
    category: support
    subcategory: other
    reportingTags:
      - priority:high
    queues:
      - Billing
`;

export const queries = `kind: ConversationDetails
interval: today
where:
  queue: [Support Voice, Billing]
  division: Home
  wrapUpCode: { category: support, subcategory: other, tag: [priority:high, cat:support, sub:resolved] }
output:
  exclude: { wrapUpName: Refund, category: sales, tags: 'cat:sales', queue: Billing, division: Support, code: WU_LEAD }
---
kind: ConversationDetails
interval: today
where:
  wrapUpCode: [Refund, 'New Lead']
---
kind: ConversationDetails
interval: today
where:
  wrapUpCode: { name: refund, code: [WU_REFUND, WU_LEAD] }
`;

export const survey = `kind: SurveyRules
fields:
  nps: { type: integer }
rules:
  - { when: { nps: { lte: 6 } }, assign: WU_ESC }
  - { when: { nps: { gte: 9 } }, assign: Refund }
otherwise: WU_LEAD
tests:
  - { given: { nps: 1 }, expect: WU_ESC }
  - { given: { nps: 9 }, expect: "Refund" }
`;

export const project = `kind: GenesysProject
environments:
  dev:
    region: mypurecloud.ie
    names: { queues: { Support Voice: Support Voice DEV }, divisions: { Support: Home DEV } }
    events:
      - { url: "https://bi.example.com/genesys", on: [created] }
  prod:
    region: eu-west-1
`;

export const all = {
  'a.wrapup.yaml': catalog,
  'b.query.yaml': queries,
  'c.survey.yaml': survey,
  'genesys.yaml': project,
};

/** The project with the cursor in the first place of `before` in `file`, at its bar. */
export function withCursor(file: keyof typeof all, place: string): Readonly<Record<string, string>> {
  const text = place.replace('¦', '');
  if (!all[file].includes(text)) throw new Error(`${file} has no ${text}.`);
  return { ...all, [file]: all[file].replace(text, place) };
}
