import * as vscode from 'vscode';
import type { ApplyProgress, Plan } from '#core/deploy/model.ts';
import {
  applyReviewed,
  defaultSelection,
  preparePlan,
  selected,
  type PrepareRequest,
  type ReviewedResult,
} from '#core/deploy/index.ts';
import type { Clock, Logger } from '#core/ports.ts';
import { newApplyId } from '#host/applyId.ts';
import { fileAuditLog } from '#host/auditFile.ts';
import { fileJournal } from '#host/journal.ts';
import { UserError } from '../errors.ts';
import { environmentNamed, isSameEnvironment, type Environment } from '../session/environments.ts';
import type { EnvironmentService } from '../session/environmentService.ts';
import { explained } from '../session/explained.ts';
import { planTargetOf } from '../session/planTarget.ts';
import type { OpenedOrg } from '../session/orgOpener.ts';
import type { Session } from '../session/session.ts';
import { withOrderlyStop, withProgress, type ReportProgress } from '../ui/progress.ts';
import type { ProjectFiles } from '../workspace/projectFiles.ts';
import { lookUpLast, underOrgLock } from './oneAtATime.ts';
import { progressSteps, readingText } from './progressText.ts';
import type { TellOthers } from './tellOthers.ts';

/** A plan and what it was made from, so that it can be made again. */
export interface StoredPlan {
  readonly plan: Plan;
  readonly catalogs: readonly vscode.Uri[];
  readonly environment: Environment;
}

/** Plans and applies with a progress notification that can be cancelled. */
export interface Planner extends vscode.Disposable {
  /** The last plan of this window. */
  current(): StoredPlan | undefined;
  /** Reads files and org and keeps the plan. Asks for an environment when none is chosen. Writes nothing. */
  plan(catalogs: readonly vscode.Uri[]): Promise<StoredPlan>;
  /** Throws a `UserError` while a push of this window runs: better before somebody is asked than after. */
  assertNoPush(): void;
  /** Does what the plan shows, or, when files or org moved since, keeps and returns the new plan. */
  apply(reviewed: StoredPlan): Promise<ReviewedResult>;
  readonly onPlan: vscode.Event<StoredPlan>;
}

export interface PlannerDeps {
  readonly files: ProjectFiles;
  readonly environments: EnvironmentService;
  readonly session: Session;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'warn'>;
  /** Where journals, locks and the audit trail are, for all windows and the command line of this machine. */
  readonly storage: vscode.Uri;
  readonly others: TellOthers;
  /** Called when a push may have changed an org. */
  readonly onPushed: (environment: Environment) => void;
}

const STOPPING = 'Stopping the push. Cancel skips reading back what was sent';

type Prepared = Omit<PrepareRequest, 'onProgress'> & Pick<OpenedOrg, 'actor'>;

export function createPlanner(deps: PlannerDeps): Planner {
  const { files, environments, session, clock, logger, storage, others, onPushed } = deps;
  const made = new vscode.EventEmitter<StoredPlan>();
  let current: StoredPlan | undefined;
  let applying = false;

  const keep = (stored: StoredPlan): StoredPlan => {
    current = stored;
    made.fire(stored);
    return stored;
  };

  /** Files are read anew right before the org is, so that a plan and its push both see what is open at that moment. */
  const request = async (
    catalogs: readonly vscode.Uri[],
    environment: Environment,
    signal: AbortSignal,
  ): Promise<Prepared> => {
    const read = await files.read(catalogs);
    const { genesys, actor } = await session.open(environment, signal);
    return {
      genesys,
      actor,
      ...read,
      target: planTargetOf(environment),
      clock,
      signal,
    };
  };

  const planWith = async (
    catalogs: readonly vscode.Uri[],
    environment: Environment,
    signal: AbortSignal,
    report: ReportProgress,
  ): Promise<StoredPlan> => {
    const prepared = await request(catalogs, environment, signal);
    const onProgress = (step: string, seconds?: number): void => report({ message: readingText(step, seconds) });
    const plan = await explained({ environment: environment.name }, () => preparePlan({ ...prepared, onProgress }));
    return { plan: selected(plan, defaultSelection(plan)), catalogs, environment };
  };

  const applyWith = async (
    { plan, catalogs, environment }: StoredPlan,
    signal: AbortSignal,
    patience: AbortSignal,
    report: ReportProgress,
  ): Promise<ReviewedResult> => {
    const { actor, ...prepared } = await request(catalogs, environment, signal);
    const now = environmentNamed(environment.name, prepared.project);
    if (!now || !isSameEnvironment(now, environment)) throw environmentChanged(environment);
    const steps = progressSteps();
    const { org } = plan;
    const folder = storage.fsPath;
    const place = { folder, org, applyId: newApplyId(clock.now()), clock };
    const journal = fileJournal(folder, org.id);
    const audit = fileAuditLog({ folder, orgId: org.id, clock, onNote: (sentence) => logger.warn(sentence) });
    const push = (): Promise<ReviewedResult> =>
      underOrgLock(place, async () => {
        await audit.heal();
        await lookUpLast(place, { genesys: prepared.genesys, journal, audit, logger, options: { signal } });
        return applyReviewed({
          ...prepared,
          patience,
          reviewed: plan,
          applyId: place.applyId,
          journal,
          audit,
          actor: await actor(signal),
          onProgress: (progress: ApplyProgress) => report(steps(progress)),
        });
      });
    return explained({ environment: environment.name, orgName: org.name }, () => others.around(plan, prepared, push));
  };

  const assertNoPush = (): void => {
    if (applying) throw new UserError('A push is already running. Wait until it has ended, or cancel it.');
  };

  return {
    current: () => current,
    onPlan: made.event,
    assertNoPush,
    dispose: () => made.dispose(),
    async plan(catalogs) {
      // Read first: a mistake in a file is to be known before anything is asked.
      const { project } = await files.read(catalogs);
      const environment = await environments.currentOrAsk(project);
      return keep(
        await withProgress(`Planning for ${environment.name}`, (report, signal) =>
          planWith(catalogs, environment, signal, report),
        ),
      );
    },
    async apply(reviewed) {
      assertNoPush();
      applying = true;
      try {
        const title = `Pushing to ${reviewed.plan.org.name} (${reviewed.environment.name})`;
        const outcome = await withOrderlyStop(title, STOPPING, (report, stop, hurry) =>
          applyWith(reviewed, stop, hurry, report),
        );
        if (outcome.kind === 'moved') keep({ ...reviewed, plan: outcome.plan });
        return outcome;
      } finally {
        applying = false;
        onPushed(reviewed.environment);
      }
    },
  };
}

function environmentChanged({ name }: Environment): UserError {
  return new UserError(
    `The environment ${name} is not what it was when the plan was shown, because genesys.yaml changed. Nothing was written. Push again to see the plan for what it is now.`,
    [{ title: 'Push', command: 'wrapsmith.push' }],
  );
}

export function noPlan(): UserError {
  return new UserError('There is no plan yet. Plan a catalog first.', [{ title: 'Plan', command: 'wrapsmith.plan' }]);
}
