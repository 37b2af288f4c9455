/** What one candidate did with the same input. */
export interface Measured {
  name: string;
  megabytesPerSecond: number;
  /** Beside the first candidate of the same run. */
  ratio: number;
}

/** A thing to time: it handles the whole input once. */
export interface Candidate {
  name: string;
  run(): unknown;
}

const ROUNDS = 9;

/** Times the candidates in turn, round by round, so that a drifting machine touches all alike; answers medians. */
export async function compare(bytes: number, candidates: Candidate[]): Promise<Measured[]> {
  const seconds = candidates.map((): number[] => []);
  for (let round = -2; round < ROUNDS; round += 1) {
    for (const [index, candidate] of candidates.entries()) {
      const began = process.hrtime.bigint();
      await candidate.run();
      if (round >= 0) seconds[index]?.push(Number(process.hrtime.bigint() - began) / 1e9);
    }
  }
  const medians = seconds.map((list) => list.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN);
  return candidates.map(({ name }, index) => ({
    name,
    megabytesPerSecond: bytes / 1e6 / (medians[index] ?? Number.NaN),
    ratio: (medians[0] ?? Number.NaN) / (medians[index] ?? Number.NaN),
  }));
}

/** The figures as rows of a Markdown table. */
export function table(title: string, rows: Measured[]): string {
  const head = `| ${title} | MB/s | beside the first |\n| --- | --- | --- |`;
  const body = rows.map((row) => `| ${row.name} | ${row.megabytesPerSecond.toFixed(1)} | ${row.ratio.toFixed(2)} |`);
  return [head, ...body].join('\n');
}
