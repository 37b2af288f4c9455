/**
 * The lines of a stream of UTF-8, without their `\n` or `\r\n`. Not readline, which ends lines at U+2028 and U+2029 too:
 * these may stand in JSON as they are.
 */
export async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let pieces: string[] = [];
  const take = (piece: string): string => {
    const line = [...pieces, piece].join('');
    pieces = [];
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  };
  for await (const chunk of stream) {
    const [first = '', ...others] = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split(
      '\n',
    );
    let last = first;
    for (const next of others) {
      yield take(last);
      last = next;
    }
    if (last !== '') pieces.push(last);
  }
  const rest = decoder.decode();
  if (rest !== '') pieces.push(rest);
  if (pieces.length > 0) yield take('');
}
