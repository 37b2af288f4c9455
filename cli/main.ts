/** Runs one command line and answers its exit code. */
export async function main(_arguments: string[]): Promise<number> {
  process.stderr.write('no commands yet\n');
  return 2;
}
