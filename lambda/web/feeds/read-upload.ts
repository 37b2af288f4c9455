import type { Context } from 'hono';
import { ProblemError } from '../../api/kernel/http/problem.ts';
import { readBytes } from '../../api/kernel/http/read-body.ts';

/**
 * The bytes of the file that a form has sent under that name. Throws a 415 for another body than a form with files, a 413 for one of more than
 * `largest` bytes, and a 400 where no file was chosen.
 */
export async function readUpload(c: Context, name: string, largest: number): Promise<Uint8Array> {
  const type = c.req.header('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type)) {
    throw new ProblemError(415, 'not-a-form', 'send the file as Content-Type: multipart/form-data');
  }
  const body = await readBytes(c, largest);
  const form = await new Response(Buffer.from(body), { headers: { 'Content-Type': type } })
    .formData()
    .catch((error: unknown) => {
      throw new ProblemError(400, 'bad-form', 'the form is broken off, or not as its type says', { cause: error });
    });
  const file = form.get(name);
  const bytes = typeof file === 'string' ? Buffer.from(file) : new Uint8Array((await file?.arrayBuffer()) ?? []);
  if (bytes.length === 0) throw new ProblemError(400, 'no-file', `${name}: choose a file that is not empty`);
  return bytes;
}
