/** Stable ids: package.json, the walkthrough, tests and users' keybindings name them. */
export const commandIds = [
  'wrapsmith.plan',
  'wrapsmith.planWorkspace',
  'wrapsmith.push',
  'wrapsmith.showPlanDiff',
  'wrapsmith.showPlanList',
  'wrapsmith.runQuery',
  'wrapsmith.showQuery',
  'wrapsmith.copyQuery',
  'wrapsmith.pasteQuery',
  'wrapsmith.exportResult',
  'wrapsmith.useSandbox',
  'wrapsmith.switchEnvironment',
  'wrapsmith.signIn',
  'wrapsmith.signOut',
  'wrapsmith.openSample',
  'wrapsmith.showLog',
] as const;

export type CommandId = (typeof commandIds)[number];
