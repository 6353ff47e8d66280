/** Whatever happens to the files of a project, its problems are those of a check of everything from the beginning. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check, fileKindOf, type CheckContext, type Problem } from '#core/check/index.ts';
import type { OrgNames } from '#core/query/model.ts';
import { openText } from '#core/text/live/index.ts';
import { linesOf } from '#core/text/position.ts';
import { readSource } from '#core/text/parse.ts';
import { createLiveProject } from '#core/workspace/live/index.ts';
import { declaredQueueNames, elsewhereIn, projectCodes, readProject } from '#core/workspace/index.ts';
import { now } from '../fixtures/context.ts';
import { applyChanges, changesOf, editCount, editsOf } from '../support/randomEdits.ts';
import { catalogTexts } from '../support/randomTexts.ts';
import { catalogs, fileNames, projectFiles, stepsOf, type Files, type Step } from '../support/randomProjects.ts';

/** What an editor knows of a project. */
interface State {
  texts: Map<string, string>;
  now: number;
  org: OrgNames | undefined;
  isComplete: boolean;
}

/** The same as the command line does: all files read from the beginning. */
function contextIn({ texts, now: moment, org, isComplete }: State, name: string): CheckContext {
  const known = { now: moment, org };
  const sources = [...texts].map(([file, text]) => readSource(file, text));
  const projectFile = sources.find((source) => fileKindOf(source.name) === 'GenesysProject');
  if (projectFile === undefined) return { ...known, catalogs: [] };
  const project = readProject(projectFile);
  const found = sources
    .filter((source) => fileKindOf(source.name) === 'WrapUpCatalog')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const { all } = projectCodes(found, project);
  return {
    ...known,
    project,
    catalogs: isComplete ? all : undefined,
    elsewhere: elsewhereIn(isComplete ? found : [...found, undefined])(name),
    queueNames: declaredQueueNames(found),
  };
}

function expectedIn(state: State, name: string): readonly Problem[] {
  return check(readSource(name, state.texts.get(name) ?? ''), contextIn(state, name));
}

/** Reading everything again at each step takes its time. */
const patience = 300_000 + editCount * 100;
const manySteps = { minLength: 1, maxLength: 40, size: 'max' } as const;

/** A project that is edited, and what its texts are by the plainest of ways. */
function newRun(files: Files) {
  const live = createLiveProject();
  const state: State = { texts: new Map(), now, org: undefined, isComplete: true };
  const put = (name: string, text: string): void => {
    state.texts.set(name, text);
    // What is shown is the same whether it is found while the items are read or later.
    if (text.length % 2 === 0) live.putChecked(openText(name, text));
    else live.put(openText(name, text));
  };
  live.setNow(now);
  for (const [name, text] of Object.entries(files)) put(name, text);
  const change = (name: string, changes: Parameters<typeof applyChanges>[1]): void => {
    const text = live.text(name);
    if (text === undefined) return;
    state.texts.set(name, applyChanges(text.text(), changes));
    live.changed(name, text.change(changes));
  };
  return {
    live,
    state,
    take(step: Step, then: () => void): void {
      const name = 'file' in step ? (fileNames[step.file] ?? fileNames[0]) : fileNames[0];
      const before = state.texts.get(name) ?? '';
      switch (step.kind) {
        case 'edit':
          for (const changes of changesOf(before, step.edit)) {
            change(name, changes);
            then();
          }
          return;
        case 'line': {
          const lines = linesOf(before);
          const line = step.line % lines.count;
          const end = /[^\r\n]*/.exec(before.slice(lines.offsetAt({ line, character: 0 })))?.[0].length ?? 0;
          change(name, [{ range: { start: { line, character: 0 }, end: { line, character: end } }, text: step.text }]);
          break;
        }
        case 'remove':
          state.texts.delete(name);
          live.remove(name);
          break;
        case 'put-back':
          put(name, files[name] ?? '');
          break;
        case 'now':
          state.now = step.now;
          live.setNow(step.now);
          break;
        case 'org':
          state.org = step.org;
          live.setOrg(step.org);
          break;
        case 'complete':
          state.isComplete = step.complete;
          live.setComplete(step.complete);
      }
      then();
    },
  };
}

test(
  'an edit of a catalog leaves the problems that a check of the whole text finds',
  () => {
    const name = fileNames[0];
    fc.assert(
      fc.property(
        fc.oneof(catalogTexts(), catalogs),
        fc.array(editsOf(fc.oneof(catalogTexts(), catalogs)), manySteps),
        (text, edits) => {
          const { take, live, state } = newRun({ [name]: text, 'genesys.yaml': 'kind: GenesysProject\n' });
          for (const edit of edits)
            take({ kind: 'edit', file: 0, edit }, () => expect(live.problems(name)).toEqual(expectedIn(state, name)));
        },
      ),
      { numRuns: Math.ceil(editCount / 40) },
    );
  },
  patience,
);

test(
  'a change of one file leaves the problems in all files that a check of the whole project finds',
  () => {
    fc.assert(
      fc.property(projectFiles, fc.array(stepsOf(), manySteps), (files, steps) => {
        const { take, live, state } = newRun(files);
        const shown = new Map<string, readonly Problem[]>();
        const look = (): void => {
          const stale = new Set(live.takeStale());
          for (const file of state.texts.keys()) {
            const expected = expectedIn(state, file);
            // What is not stale is not asked for.
            if (stale.has(file)) shown.set(file, live.problems(file));
            expect({ file, problems: shown.get(file) }).toEqual({ file, problems: expected });
          }
        };
        look();
        for (const step of steps) take(step, look);
      }),
      { numRuns: Math.ceil(editCount / 40) },
    );
  },
  patience,
);
