import type { Quotation } from '../../common/text/quotations.ts';
import type { Span } from '../../model/span.ts';
import type { StatementType } from '../../model/statement.ts';

const DIRECT_FROM = 0.9;
const INDIRECT_TO = 0.1;

/** Type by the share of the spans that stands in quotation marks: nearly all is `direct`, nearly nothing `indirect`, the rest `mixed`. */
export function statementType(spans: readonly Span[], quotations: readonly Quotation[]): StatementType {
  let all = 0;
  let quoted = 0;
  for (const span of spans) {
    all += span.end - span.start;
    for (const quotation of quotations) {
      const from = Math.max(span.start, quotation.innerStart);
      const to = Math.min(span.end, quotation.innerEnd);
      if (to > from) quoted += to - from;
    }
  }
  const share = all === 0 ? 0 : quoted / all;
  return share >= DIRECT_FROM ? 'direct' : share <= INDIRECT_TO ? 'indirect' : 'mixed';
}
