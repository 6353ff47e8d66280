import { fileKindOf } from '#core/check/index.ts';
import type { Clock } from '#core/ports.ts';
import type { Background } from './background.ts';
import type { OpenDocument, OpenDocuments } from './documents.ts';
import type { ServerFiles } from './files.ts';
import type { OrgPort } from './org.ts';
import { createProject, type Project } from './project.ts';
import { StaleDocument } from './runner.ts';
import { uriKey } from './uriKey.ts';

/** The projects of the open documents. */
export interface Projects {
  /** The project of an open document, when enough is read to say something. Throws `StaleDocument` when it was closed meanwhile. */
  of(document: OpenDocument): Promise<Project>;
  /** The same where it is known already. */
  known(document: OpenDocument): Project | undefined;
  all(): readonly Project[];
  /** Files on disk were created, changed or deleted: only these are read again. */
  filesChanged(uris: readonly string[]): Promise<void>;
  /** Looks at the disk as if nothing were known, in the background. */
  lookAgain(): void;
  /** Another org, or other names: asked once for each project. */
  askOrg(): void;
  setNow(now: number): void;
  /** Calls back when more is known of a project than before, without an edit. */
  onNews(listener: (project: Project) => void): void;
}

export interface ProjectsParts {
  readonly files: ServerFiles;
  readonly documents: OpenDocuments;
  readonly background: Background;
  readonly clock: Clock;
  readonly org: OrgPort;
  /** False where nobody tells of changes on disk: then what nobody has open is not kept. */
  readonly isTold: () => boolean;
  readonly onError: (message: string) => void;
}

interface Home {
  readonly project: Promise<Project>;
  known?: Project;
}

export function createProjects({ files, documents, background, clock, org, isTold, onError }: ProjectsParts): Projects {
  const homes = new Map<OpenDocument, Home>();
  const shared = new Map<string, Project>();
  const alone = new Set<Project>();
  const listeners: ((project: Project) => void)[] = [];
  const tell = (project: Project): void => listeners.forEach((listener) => listener(project));
  const all = (): readonly Project[] => [...shared.values(), ...alone];
  let question = 0;

  const askFor = async (project: Project, uri: string): Promise<void> => {
    const mine = question;
    const names = await org.names(uri);
    if (mine !== question) return;
    project.live.setOrg(names);
    tell(project);
  };
  const ask = (project: Project, uri: string): void =>
    void background.start(`Asking for the names of the org of ${uri}`, () => askFor(project, uri));

  const make = (uri: string | undefined): Project => {
    const project = createProject(uri, { files, background, onRead: tell, onError });
    project.live.setNow(clock.now());
    return project;
  };
  const sharedAt = (uri: string, document: OpenDocument): Project => {
    const known = shared.get(uriKey(uri));
    if (known) return known;
    const project = make(uri);
    shared.set(uriKey(uri), project);
    project.ready.catch(() => shared.delete(uriKey(uri)));
    project.follow(() => false);
    ask(project, document.uri);
    return project;
  };
  const aloneFor = (document: OpenDocument): Project => {
    const project = make(undefined);
    alone.add(project);
    project.enter(document, document.uri);
    ask(project, document.uri);
    return project;
  };
  /** A `genesys.yaml` that is not on disk yet belongs to no other one. */
  const projectAt = async (document: OpenDocument): Promise<string | undefined> => {
    const uri = await files.findProject(document.uri);
    const isOther = uri !== undefined && uriKey(await files.real(uri)) !== uriKey(await files.real(document.uri));
    return isOther && fileKindOf(document.uri) === 'GenesysProject' ? undefined : uri;
  };
  const find = async (document: OpenDocument): Promise<Project> => {
    const [uri, file] = await Promise.all([projectAt(document), files.real(document.uri)]);
    const project = uri === undefined ? undefined : sharedAt(uri, document);
    await project?.ready;
    if (!documents.isOpen(document)) throw new StaleDocument();
    return project?.enter(document, file) === true ? project : aloneFor(document);
  };
  const homeOf = (document: OpenDocument): Home => {
    const known = homes.get(document);
    if (known) return known;
    const home: Home = { project: find(document) };
    homes.set(document, home);
    void settle(document, home);
    return home;
  };
  const settle = async (document: OpenDocument, home: Home): Promise<void> => {
    try {
      const project = await home.project;
      if (homes.get(document) === home) home.known = project;
      else leave(project, document);
    } catch {
      // A failure is not remembered: the next question may find the disk in order.
      if (homes.get(document) === home) homes.delete(document);
    }
  };
  const leave = (project: Project, document: OpenDocument): void => {
    alone.delete(project);
    project.leave(document);
    if (project.uri !== undefined && project.open.size === 0 && !isTold()) shared.delete(uriKey(project.uri));
  };

  /** Moves documents whose `genesys.yaml` is another one by now. */
  const findAgain = async (): Promise<void> => {
    for (const [document, { known }] of Array.from(homes)) {
      if (known === undefined || uriKey((await projectAt(document)) ?? '') === uriKey(known.uri ?? '')) continue;
      if (homes.get(document)?.known !== known) continue;
      homes.delete(document);
      leave(known, document);
      tell(await homeOf(document).project);
    }
    for (const [key, { uri, open }] of shared)
      if (uri !== undefined && open.size === 0 && (await files.read(uri)) === undefined) shared.delete(key);
  };

  documents.onChanged((document, touched) => homes.get(document)?.known?.changed(document, touched));
  documents.onClosed((document) => {
    const known = homes.get(document)?.known;
    homes.delete(document);
    if (known) leave(known, document);
  });
  return {
    all,
    async of(document) {
      const project = await homeOf(document).project;
      project.admit(document);
      return project;
    },
    known: (document) => homes.get(document)?.known,
    async filesChanged(uris) {
      const changed = new Set(await Promise.all(uris.map(async (uri) => uriKey(await files.real(uri)))));
      if (uris.some((uri) => fileKindOf(uri) === 'GenesysProject'))
        void background.start('Finding projects', findAgain);
      for (const project of shared.values()) project.follow((file) => changed.has(file));
    },
    lookAgain() {
      void background.start('Finding projects', findAgain);
      for (const project of shared.values()) project.follow(() => true);
    },
    askOrg() {
      question++;
      for (const project of all()) {
        const [first] = project.open;
        const uri = first?.uri ?? project.uri;
        if (uri !== undefined) ask(project, uri);
      }
    },
    setNow(now) {
      for (const project of all()) {
        project.live.setNow(now);
        tell(project);
      }
    },
    onNews: (listener) => void listeners.push(listener),
  };
}
