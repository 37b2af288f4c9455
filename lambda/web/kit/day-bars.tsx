import { scaleBand, scaleLinear } from 'd3-scale';
import type { Interval } from '../../api/stats/interval.ts';
import type { Day } from '../../model/instant.ts';
import { counted, dayInWords } from './words.ts';

/** Counts of days or longer stretches, ascending and without holes. */
export interface CountOverTime {
  interval: Interval;
  steps: CountStep[];
  /** The same as CSV. */
  csvHref: string;
  /** Said below the chart, as how far counting has come. */
  note?: string | undefined;
}

/** One bar: the days from `from` to before `to`. */
export interface CountStep {
  from: Day;
  to: Day;
  /** What is written for it, as `12 Nov 2023`. */
  label: string;
  /** Whether it leaves out a part of its days. */
  isCut: boolean;
  count: number;
  /** Where a click on it leads. */
  href: string | null;
}

const [WIDTH, HEIGHT] = [720, 100];
const WIDEST_BAR = 36;
const LEAST_OPEN = 6;

/** Bars over time: the day that is not over yet is hatched, and everything stands in a table too. */
export function DayBars({ steps, interval, csvHref, note, today }: CountOverTime & { today: Day }) {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return null;
  const most = Math.max(1, ...steps.map(({ count }) => count));
  const x = scaleBand(
    steps.map(({ from }) => from),
    [0, WIDTH],
  )
    .paddingInner(Math.max(steps.length > 60 ? 0.1 : 0.25, 1 - (WIDEST_BAR * steps.length) / WIDTH))
    .paddingOuter(0);
  const y = scaleLinear([0, most], [HEIGHT, 0]).nice(3);
  const ticks = y.ticks(3).filter((tick) => Number.isInteger(tick) && tick > 0);
  const total = steps.reduce((sum, { count }) => sum + count, 0);
  const isOpen = ({ from, to }: CountStep): boolean => from <= today && today < to;
  const middle = steps[Math.floor(steps.length / 2)];
  return (
    <figure class="chart">
      <figcaption>
        <span class="title">Statements a {interval}</span>{' '}
        <span class="detail">
          {counted(total, 'statement')}, {dayInWords(first.from)} to {last.label}
          {isOpen(last) ? `; the ${interval} so far is hatched` : ''}
        </span>
      </figcaption>
      <div class="plot">
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          <defs>
            <pattern id="so-far" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="2" height="4" class="hatch" />
            </pattern>
          </defs>
          {ticks.map((tick) => (
            <line class="grid" x1="0" x2={WIDTH} y1={round(y(tick))} y2={round(y(tick))} />
          ))}
          {steps.map((step) => {
            const left = round(x(step.from) ?? 0);
            // A day that is not over is seen also where nothing came yet.
            const top = isOpen(step) ? Math.min(y(step.count), HEIGHT - LEAST_OPEN) : y(step.count);
            const shape = (
              <>
                <title>{`${step.label}: ${counted(step.count, 'statement')}`}</title>
                <rect class="room" x={left} y="0" width={round(x.bandwidth())} height={HEIGHT} />
                <rect
                  class={isOpen(step) ? 'bar open' : step.isCut ? 'bar cut' : 'bar'}
                  x={left}
                  y={round(top)}
                  width={round(x.bandwidth())}
                  height={round(HEIGHT - top)}
                />
              </>
            );
            return step.href === null ? (
              <g>{shape}</g>
            ) : (
              <a href={step.href} tabindex={-1}>
                {shape}
              </a>
            );
          })}
          <line class="base" x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        </svg>
        <span class="most" aria-hidden="true">
          {(ticks.at(-1) ?? most).toLocaleString('en')}
        </span>
      </div>
      <div class="axis" aria-hidden="true">
        <span>{first.label}</span>
        {middle && steps.length > 4 ? <span>{middle.label}</span> : null}
        {steps.length > 1 ? <span>{last.label}</span> : null}
      </div>
      <details>
        <summary>As a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col" class="number">
                Statements
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.toReversed().map((step) => (
              <tr>
                <th scope="row">{step.href === null ? step.label : <a href={step.href}>{step.label}</a>}</th>
                <td class="number">
                  {step.count.toLocaleString('en')}
                  {isOpen(step) ? ' so far' : step.isCut ? ' in part' : ''}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <a class="csv" href={csvHref}>
        CSV
      </a>
      {note === undefined ? null : <p class="detail">{note}</p>}
    </figure>
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;
