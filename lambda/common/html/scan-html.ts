import { decodeHTML } from 'entities/decode';
import { Tokenizer } from 'htmlparser2';

/** What a scan meets, in order; positions are offsets into the scanned text. */
export interface HtmlHandler {
  /** Text with its entities decoded. */
  text(text: string): void;
  /** An opening tag, name in lower case. */
  open(name: string): void;
  close(name: string): void;
  /** An attribute of the tag opened last; `start` and `end` enclose the raw value, quotes left out. */
  attribute?(name: string, start: number, end: number): void;
}

const CUT_TAG = /[=/"']/;

/**
 * Walks through HTML of any quality in one linear pass, without a tree and so without a depth.
 * A tag that the text breaks off in is dropped when it looks like one (`<a href="…`) and is text otherwise (`3 <x and`).
 */
export function scanHtml(html: string, handler: HtmlHandler): void {
  let tagStart = -1;
  let attribute = '';
  let valueStart = -1;
  let valueEnd = -1;
  const emit = (text: string): void => handler.text(text.includes('&') ? decodeHTML(text) : text);
  const closeTag = (): void => {
    tagStart = -1;
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      ontext: (start, end) => emit(html.slice(start, end)),
      ontextentity: () => undefined,
      onopentagname(start, end) {
        tagStart = start - 1;
        handler.open(html.slice(start, end).toLowerCase());
      },
      onopentagend: closeTag,
      onselfclosingtag: closeTag,
      onclosetag: (start, end) => handler.close(html.slice(start, end).toLowerCase()),
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase();
        valueStart = -1;
      },
      onattribdata(start, end) {
        if (valueStart < 0) valueStart = start;
        valueEnd = end;
      },
      onattribentity: () => undefined,
      onattribend() {
        if (valueStart >= 0) handler.attribute?.(attribute, valueStart, valueEnd);
      },
      oncdata: (start, end, offset) => emit(html.slice(start, end - offset)),
      oncomment: () => undefined,
      ondeclaration: () => undefined,
      onprocessinginstruction: () => undefined,
      onend: () => undefined,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  if (tagStart >= 0 && !CUT_TAG.test(html.slice(tagStart))) emit(html.slice(tagStart));
}
