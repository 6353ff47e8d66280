/** Whole queries to begin with. */
import type { QueryKind } from '../../query/model.ts';
import type { Range } from '../../text/position.ts';
import type { CompletionItem } from './completionItem.ts';

type Template = Omit<CompletionItem, 'sortText'> & { readonly file: QueryKind };

export function queryTemplates(range: Range): readonly Template[] {
  return [
    template(range, 'ConversationDetails', 'query: wrap-ups one by one', 'who chose which code in which conversation', [
      'kind: ConversationDetails',
      'interval: ${1|yesterday,last 7 days,this week,last month|}',
      'where:',
      '  queue: ${2:Support Voice}',
      'output:',
      '  rows: wrapUp',
      '',
    ]),
    template(range, 'ConversationAggregates', 'query: volumes by queue and day', 'offered, connected and handled', [
      'kind: ConversationAggregates',
      'interval: ${1|last 7 days,yesterday,this week,last month|}',
      'granularity: ${2|P1D,PT1H,PT30M,P1W|}',
      'groupBy: [queueId, mediaType]',
      'metrics: [nOffered, nConnected, tHandle]',
      'where:',
      '  queue: ${3:Support Voice}',
      '',
    ]),
    template(range, 'ConversationAggregates', 'query: use of wrap-up codes', 'conversations by code and queue', [
      'kind: ConversationAggregates',
      'interval: ${1|last 7 days,yesterday,this week,last month|}',
      'groupBy: [wrapUpCode, queueId]',
      'metrics: [nConnected, tAcw]',
      '',
    ]),
  ];
}

function template(range: Range, file: QueryKind, label: string, detail: string, lines: readonly string[]): Template {
  return {
    file,
    label,
    kind: 'snippet',
    detail,
    documentation: 'A whole query to begin with.',
    filterText: `kind: ${file}`,
    insertText: lines.join('\n'),
    isSnippet: true,
    range,
  };
}
