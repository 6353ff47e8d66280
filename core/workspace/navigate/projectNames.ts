/** Names in genesys.yaml: environments, and the queues and divisions that an org calls otherwise. */
import type { Node } from '../../text/tree.ts';
import { childOf } from '../../text/walk.ts';
import { keysNamed } from './collect.ts';
import type { Occurrence } from './model.ts';

export function projectNames(root: Node | undefined): readonly Occurrence[] {
  const environments = childOf(root, 'environments');
  const flow = root?.kind === 'map' && root.flow;
  const each = environments?.kind === 'map' ? environments.pairs.map(({ value }) => value) : [];
  return [
    ...keysNamed('environment', environments, { role: 'declaration', flow }),
    ...each.flatMap((environment) => {
      const names = childOf(environment, 'names');
      const inFlow = flow || [environments, environment, names].some((node) => node?.kind === 'map' && node.flow);
      return [
        ...keysNamed('queue', childOf(names, 'queues'), { flow: inFlow }),
        ...keysNamed('division', childOf(names, 'divisions'), { flow: inFlow }),
      ];
    }),
  ];
}
