import { SymbolKind, type WorkspaceSymbol as LspSymbol } from 'vscode-languageserver';
import { type WorkspaceSymbol, workspaceSymbols } from '#core/workspace/navigate/index.ts';
import type { RegisterFeature } from './parts.ts';
import { symbolText } from './symbolText.ts';
import { textsOf } from './wholeProject.ts';

const KINDS: Readonly<Record<WorkspaceSymbol['kind'], SymbolKind>> = {
  code: SymbolKind.Constant,
  category: SymbolKind.Enum,
  queue: SymbolKind.Interface,
  query: SymbolKind.Event,
  environment: SymbolKind.Module,
};

/** Over the projects of all open files. */
export const registerWorkspaceSymbols: RegisterFeature = ({ connection, documents, projects, runner }) => {
  connection.onWorkspaceSymbol(({ query }, token) =>
    runner.run<LspSymbol[]>(
      'workspace symbols',
      'the workspace',
      token,
      () => [],
      async () => {
        await Promise.allSettled(documents.all().map((document) => projects.of(document)));
        const known = projects.all();
        await Promise.all(known.map((project) => project.whole()));
        const files = known.flatMap(({ live }) => textsOf(live));
        return workspaceSymbols(files, query).map(({ name, kind, container, file, range }) => ({
          name: symbolText(name),
          kind: KINDS[kind],
          containerName: symbolText(container),
          location: { uri: file, range },
        }));
      },
    ),
  );
};
