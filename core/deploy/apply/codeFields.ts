/** Codes as they are asked for, and as the org has them. */
import type { WrapupCodeRequest } from '../../genesys/index.ts';
import type { CodeFields } from '../model.ts';

/** An absent description and an empty one are the same to an org. */
export function isAsAsked(code: CodeFields, asked: CodeFields): boolean {
  const sameDivision = asked.division === undefined || asked.division.id === code.division?.id;
  return code.name === asked.name && (code.description ?? '') === (asked.description ?? '') && sameDivision;
}

export function requestOf({ name, description, division }: CodeFields): WrapupCodeRequest {
  return {
    name,
    ...(description === undefined ? {} : { description }),
    ...(division === undefined ? {} : { division: { id: division.id } }),
  };
}
