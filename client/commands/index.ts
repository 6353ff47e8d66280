import type { Command } from './command.ts';
import type { CommandId } from './ids.ts';
import { copyQuery } from './copyQuery.ts';
import { exportResult } from './exportResult.ts';
import { openSample } from './openSample.ts';
import { pasteQuery } from './pasteQuery.ts';
import { plan } from './plan.ts';
import { planWorkspace } from './planWorkspace.ts';
import { push } from './push.ts';
import { runQuery } from './runQuery.ts';
import { showLog } from './showLog.ts';
import { showPlanDiff } from './showPlanDiff.ts';
import { showPlanList } from './showPlanList.ts';
import { showQuery } from './showQuery.ts';
import { signIn } from './signIn.ts';
import { signOut } from './signOut.ts';
import { switchEnvironment } from './switchEnvironment.ts';
import { useSandbox } from './useSandbox.ts';

/** Every command by its id: an id without a command, or a command under another's id, does not compile. */
const byId: { readonly [Id in CommandId]: Command & { readonly id: Id } } = {
  'wrapsmith.plan': plan,
  'wrapsmith.planWorkspace': planWorkspace,
  'wrapsmith.push': push,
  'wrapsmith.showPlanDiff': showPlanDiff,
  'wrapsmith.showPlanList': showPlanList,
  'wrapsmith.runQuery': runQuery,
  'wrapsmith.showQuery': showQuery,
  'wrapsmith.copyQuery': copyQuery,
  'wrapsmith.pasteQuery': pasteQuery,
  'wrapsmith.exportResult': exportResult,
  'wrapsmith.useSandbox': useSandbox,
  'wrapsmith.switchEnvironment': switchEnvironment,
  'wrapsmith.signIn': signIn,
  'wrapsmith.signOut': signOut,
  'wrapsmith.openSample': openSample,
  'wrapsmith.showLog': showLog,
};

export const commands: readonly Command[] = Object.values(byId);
