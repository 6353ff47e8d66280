import { check } from '../../check/check.ts';
import { fileKindOf } from '../../check/fileKind.ts';
import type { CheckContext } from '../../check/indexes.ts';
import type { Problem } from '../../check/problem.ts';
import { factsOfFiles } from '../../check/projectFacts.ts';
import type { OrgNames } from '../../query/model.ts';
import type { LiveText } from '../../text/live/index.ts';
import { projectCodes } from '../projectCodes.ts';
import { elsewhereIn } from '../elsewhere.ts';
import { declaredQueueNames } from '../queues.ts';
import { readProject } from '../read.ts';
import type { LiveProject } from './model.ts';

/** An empty project at the beginning of time. */
export function createLiveProject(): LiveProject {
  const files = new Map<string, LiveText>();
  const stale = new Set<string>();
  let complete = true;
  let org: OrgNames | undefined;
  let now = 0;
  let found = new Map<string, readonly Problem[]>();
  const changed = (): void => {
    found = new Map();
    for (const name of files.keys()) stale.add(name);
  };
  const contextFor = (name: string): CheckContext => {
    const known = { now, ...(org && { org }) };
    const sources = [...files.values()].map((text) => text.source());
    const projectFile = sources.find((source) => fileKindOf(source.name) === 'GenesysProject');
    if (projectFile === undefined) return { ...known, catalogs: [] };
    const project = readProject(projectFile);
    const catalogs = sources.filter((source) => fileKindOf(source.name) === 'WrapUpCatalog');
    const { all } = projectCodes(catalogs, project);
    return {
      ...known,
      ...(project && { project }),
      ...(all && complete && { catalogs: all }),
      elsewhere: elsewhereIn(complete ? catalogs : [...catalogs, undefined])(name),
      queueNames: declaredQueueNames(catalogs),
      facts: factsOfFiles(catalogs),
    };
  };
  return {
    put(text) {
      files.set(text.name, text);
      changed();
    },
    remove(name) {
      files.delete(name);
      changed();
    },
    names: () => [...files.keys()].toSorted(),
    text: (name) => files.get(name),
    changed,
    setComplete(value) {
      complete = value;
      changed();
    },
    setOrg(value) {
      org = value;
      changed();
    },
    setNow(value) {
      now = value;
      changed();
    },
    problems(name) {
      const known = found.get(name);
      const text = files.get(name);
      if (known !== undefined || text === undefined) return known ?? [];
      const problems = check(text.source(), contextFor(name));
      found.set(name, problems);
      return problems;
    },
    contextFor,
    takeStale() {
      const names = [...stale].toSorted();
      stale.clear();
      return names;
    },
  };
}
