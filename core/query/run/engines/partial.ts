/** Why a result is not whole, and what to do about it, in plain sentences. */
import type { Failure } from '../../../genesys/error.ts';
import { explainFailure } from '../../../genesys/explain.ts';
import type { OrgNames } from '../../model.ts';
import { counted, figure, was } from '../words.ts';
import type { PageFacts } from './detailPages.ts';
import { MOST_RESULTS } from './detailPages.ts';

export const stoppedWords = (rows: number): string =>
  `Stopped at ${counted(rows, 'row')}, as \`output.maxRows\` says. There is more.`;

export const cancelledWords = (facts: PageFacts): string =>
  `The run was cancelled: ${soFar(facts)}. Run the query again for the rest.`;

export const cappedWords = (facts: PageFacts): string =>
  `The org gives no more than ${figure(MOST_RESULTS)} results of one query: ${soFar(facts)}. Shorten the interval, or narrow \`where\`.`;

export const shiftedWords = (facts: PageFacts): string =>
  `New data moved conversations from page to page while they were read, in two readings: ${soFar(facts)}. Run the query again, with an interval that ends further in the past.`;

/** The failure is told with what was read before it. */
export const failedWords = (facts: PageFacts, failure: Failure, { org }: OrgNames): string =>
  `A page could not be read: ${soFar(facts)}. ${explainFailure(failure, { environment: org.name })}`;

/** `300 of about 1,240 conversations were read`. */
function soFar({ found, totals }: PageFacts): string {
  if (totals === undefined || totals.most <= found) return `${counted(found, 'conversation')} ${was(found)} read`;
  return `${figure(found)} of about ${counted(totals.most, 'conversation')} ${was(found)} read`;
}
