import type { Failure } from '../error.ts';
import { cancelled } from '../failure.ts';
import type { Wire } from '../http.ts';
import { judge } from '../judge.ts';
import type { PatienceParts } from '../patience.ts';
import { READ_REPEATS, withPatience } from '../patience.ts';
import type { TokenGrant, TokenFetch } from './credentials.ts';
import { TOKEN_PATH } from './login.ts';

const ASKED = { method: 'POST', path: TOKEN_PATH } as const;

/** Asking for a token changes nothing in the org, so it is repeated like a read. */
export function createTokenFetch(parts: PatienceParts & { readonly wire: Wire }): TokenFetch {
  return ({ grant, url, headers, form, secrets }, options) =>
    withPatience(parts, {
      repeats: READ_REPEATS,
      options,
      attempt: async () => {
        const answer = await parts.wire.send({
          method: 'POST',
          url,
          headers: { ...headers, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
          body: form,
          ...(options.signal === undefined ? {} : { signal: options.signal }),
        });
        const judged = judge(ASKED, answer, parts.clock.now(), secrets);
        if (judged.ok && answer.answered) {
          const contentType = answer.headers['content-type'] ?? 'application/json';
          const response = new Response(answer.text, {
            status: answer.status,
            headers: { 'content-type': contentType },
          });
          return { ok: true, value: response };
        }
        if (judged.ok) return { ok: false, failure: cancelled(ASKED) };
        return { ...judged, failure: signInFailure(judged.failure, grant) };
      },
    });
}

/** The login service says a wrong id, secret or grant with 400 or 401 (`invalid_client`): all mean the credentials. */
function signInFailure(failure: Failure, grant: TokenGrant): Failure {
  const { kind } = failure;
  const credentials = kind === 'refused' || kind === 'unauthorized' || kind === 'forbidden' || kind === 'notFound';
  return { ...failure, grant, ambiguous: false, ...(credentials ? { kind: 'unauthorized' as const } : {}) };
}
