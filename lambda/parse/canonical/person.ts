import { textOf } from '../../common/html/text-of.ts';

const ADDRESS_THEN_NAME = /^[^\s@()<>]{1,200}@[^\s@()<>]{1,200}\s*\(([^()]{1,200})\)$/;
const NAME_THEN_ADDRESS = /^([^<>()]{1,200}?)\s*[<(]\s*(?:mailto:)?[^\s@<>()]{1,200}@[^\s@<>()]{1,200}\s*[>)]$/;

/** The name in an author line: `desk@example.org (Ann Example)` and `Ann Example <desk@example.org>` name Ann Example. */
export function personName(line: string): string {
  const text = textOf(line).replace(/\s+/gu, ' ');
  const match = ADDRESS_THEN_NAME.exec(text) ?? NAME_THEN_ADDRESS.exec(text);
  return (match?.[1] ?? text).trim();
}
