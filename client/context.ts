import type * as vscode from 'vscode';
import type { Planner } from './deploy/planner.ts';
import type { QueryRunner } from './query/queryRunner.ts';
import type { ResultTabs } from './results/resultTabs.ts';
import type { EnvironmentService } from './session/environmentService.ts';
import type { Session } from './session/session.ts';
import type { SignInFlow } from './session/signInFlow.ts';
import type { ClientLog } from './ui/log.ts';
import type { VirtualDocuments } from './ui/virtualDocuments.ts';
import type { FileAtHand } from './workspace/fileAtHand.ts';
import type { ProjectFiles } from './workspace/projectFiles.ts';

/** What commands share: made once in extension.ts, passed to each. */
export interface ClientContext {
  readonly extensionUri: vscode.Uri;
  readonly log: ClientLog;
  readonly session: Session;
  readonly environments: EnvironmentService;
  readonly signInFlow: SignInFlow;
  readonly fileAtHand: FileAtHand;
  readonly files: ProjectFiles;
  readonly planner: Planner;
  readonly queries: QueryRunner;
  readonly results: ResultTabs;
  readonly documents: VirtualDocuments;
}
