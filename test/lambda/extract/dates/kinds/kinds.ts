/** By kind: a text, and all dates in it as `words=value`, or as `words=value role`; a text alone has none. */
export type Kinds = Record<string, [text: string, ...dates: string[]][]>;
