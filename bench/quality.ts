import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ExtractLine } from '../lambda/extract/extract-line.ts';

/** A document of an evaluation set, as far as it is handed to the command line. */
interface Document {
  id: string;
  text: string;
  title?: string;
  published?: string;
}

const SURE = 0.9;
const COMMAND = ['bin/dateline.js', 'extract', '--ndjson'];

const linesOf = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

/** What `dateline extract --ndjson` answers for each document. */
function extracted(documents: Document[]): Promise<ExtractLine[]> {
  const child = spawn(process.execPath, COMMAND, { stdio: ['pipe', 'pipe', 'inherit'] });
  const out: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => out.push(piece));
  const input = documents.map(({ id, text, title, published }) => {
    const publishedAt = /^\d{4}-\d\d-\d\d$/.test(published ?? '') ? `${published}T00:00:00Z` : published;
    return JSON.stringify({ id, text, title, publishedAt });
  });
  child.stdin.end(`${input.join('\n')}\n`);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      if (code !== 0) return fail(new Error(`dateline extract --ndjson ended with ${code}`));
      const lines = Buffer.concat(out).toString().split('\n');
      done(lines.filter((line) => line !== '').map((line) => JSON.parse(line) as ExtractLine));
    });
  });
}

/** The answers as the scorer reads them; with `least`, only the statements that are as sure as that. */
function predicted(answers: ExtractLine[], least = 0): string {
  const rows = answers.map(({ id, statements }) => ({
    id,
    statements: statements
      .filter(({ confidence }) => confidence >= least)
      .map(({ speaker, cue, start, end, spans, type }) => ({
        speaker: speaker && {
          name: speaker.name,
          title: speaker.role,
          mention: speaker.mention.text,
          start: speaker.mention.start,
          end: speaker.mention.end,
        },
        cue: cue?.text,
        start,
        end,
        parts: spans,
        kind: type,
      })),
  }));
  return `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;
}

/** How many statements with a speaker are sure, and how often these have the right one. */
function calibration(answers: ExtractLine[], score: (text: string, ...options: string[]) => string): string {
  const attributed = answers.flatMap(({ statements }) => statements.filter(({ speaker }) => speaker !== null));
  const sure = attributed.filter(({ confidence }) => confidence >= SURE);
  const { overall } = JSON.parse(score(predicted(answers, SURE), '--focus', 'speech', '--json')) as {
    overall: { speakerRightIfDetected: number | null };
  };
  const right = (100 * (overall.speakerRightIfDetected ?? 0)).toFixed(1);
  return `confidence of ${SURE} or more: ${((100 * sure.length) / attributed.length).toFixed(1)} % of attributed statements; speaker right in ${right} % of those found`;
}

/** All figures for the sets of quotations in a folder (or its subfolder `quotes`): the scorer there (`score.mjs`) judges what our command line answers. */
export async function benchQuality(data: string | undefined): Promise<string> {
  if (data === undefined) return 'quality: give a folder of evaluation data with --data DIR';
  const folder = [resolve(data, 'quotes'), resolve(data)].find((path) => existsSync(join(path, 'score.mjs')));
  if (folder === undefined) return `quality: no score.mjs in ${resolve(data)} or its folder quotes`;
  const work = mkdtempSync(join(tmpdir(), 'quality-'));
  const parts: string[] = [];
  try {
    for (const file of readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()) {
      const gold = join(folder, file);
      const documents = linesOf<Document>(gold);
      // several annotators' readings of one text are no set of their own
      if (documents.some(({ id }) => id.includes('#'))) continue;
      const answers = await extracted(documents);
      const score = (rows: string, ...options: string[]): string => {
        const path = join(work, 'predicted.jsonl');
        writeFileSync(path, rows);
        return execFileSync(process.execPath, [join(folder, 'score.mjs'), gold, path, ...options], {
          encoding: 'utf8',
        });
      };
      const all = predicted(answers);
      parts.push(`## ${file}, speech by a named person\n${score(all)}`);
      parts.push(
        `## ${file}, speech of all kinds of sources\n${score(all, '--focus', 'speech')}${calibration(answers, score)}\n`,
      );
    }
  } finally {
    rmSync(work, { recursive: true });
  }
  return parts.join('\n');
}
