import uPlot from '../vendor/uplot.js';
import { h } from '../parts/dom.js';
import { counted, monthOf, range, shortDate } from '../parts/format.js';
import { dayAt } from '../parts/links.js';
import { bins } from './bins.js';
import { table } from './table.js';

const height = 220;
const barWidth = 8;

/**
 * Articles and quotes over time as bars. A click on a bar opens its day, or the days of its week, month or year; dragging over bars
 * takes their range. By keyboard it is a slider: arrows go from bar to bar, Enter opens. The same numbers stand in a table below.
 *
 * @param {object} options
 * @param {{date: string, articles: number, quotes: number}[]} options.days
 * @param {string} options.first
 * @param {string} options.last
 * @param {string} options.label what is shown, for those who listen
 * @param {(first: string, last: string) => string} options.rangeAt address of a range of days
 * @param {(date: string) => string} [options.dateAt] address of one day
 * @param {boolean} [options.withArticles] whether articles are drawn too
 */
export function timeline({ days, first, last, label, rangeAt, dateAt = dayAt, withArticles = true }) {
  const room = Math.max(300, Math.min(1080, innerWidth - 40));
  const { unit, bins: shown } = bins(days, first, last, Math.floor(room / barWidth));
  const reading = h('p.timeline-reading', {});
  const plot = h('div.timeline-plot', {
    role: 'slider', tabindex: '0', 'aria-label': `${label}, by ${unit}. Arrows go from bar to bar, Enter opens one.`,
    'aria-valuemin': '0', 'aria-valuemax': String(shown.length - 1),
  });
  const addressOf = (bin) => (bin.first === bin.last ? dateAt(bin.first) : rangeAt(bin.first, bin.last));
  const go = (bin) => {
    if (bin && bin.articles > 0) location.hash = addressOf(bin);
  };

  let at = -1;
  const read = (index) => {
    at = index ?? -1;
    const bin = shown[at];
    reading.textContent = bin ? describe(bin) : `Click a bar for its ${unit}; drag over bars for a range.`;
    if (bin) {
      plot.setAttribute('aria-valuenow', String(at));
      plot.setAttribute('aria-valuetext', reading.textContent);
    }
  };

  const chart = draw(plot, { shown, unit, width: room, withArticles }, read, (from, to) => {
    location.hash = from === to ? addressOf(shown[from]) : rangeAt(shown[from].first, shown[to].last);
  }, () => go(shown[at]));
  read(null);
  plot.setAttribute('aria-valuenow', String(shown.length - 1));
  plot.setAttribute('aria-valuetext', describe(shown.at(-1)));
  plot.addEventListener('keydown', (event) => {
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 };
    let to;
    if (event.key in steps) to = at < 0 ? shown.length - 1 : at + steps[event.key];
    else if (event.key === 'Home') to = 0;
    else if (event.key === 'End') to = shown.length - 1;
    else if (event.key === 'Enter') return go(shown[at]);
    else return;
    event.preventDefault();
    to = Math.max(0, Math.min(shown.length - 1, to));
    chart.setCursor({ left: chart.valToPos(to, 'x'), top: 1 });
    read(to);
  });

  return h(`figure.timeline.${withArticles ? 'both' : 'alone'}`, {},
    h('figcaption.timeline-legend', {},
      h('span', {}, h('span.key-box.quotes', { 'aria-hidden': 'true' }), 'Quotes'),
      withArticles && h('span', {}, h('span.key-box.articles', { 'aria-hidden': 'true' }), 'Articles'),
      h('span.per', {}, `a ${unit}`)),
    plot, reading, table(shown, unit, addressOf));
}

const describe = (bin) => `${range(bin.first, bin.last)}: ${counted(bin.quotes, 'quote')}, ${counted(bin.articles, 'article')}`;

function draw(plot, { shown, unit, width, withArticles }, read, pick, click) {
  const css = (name) => () => getComputedStyle(plot).getPropertyValue(name).trim();
  const bars = (share) => uPlot.paths.bars({ size: [share, 56 * share], radius: 0.1 });
  // Bars within bars want room; where there is none, articles are a line.
  const articles = shown.length < width / 20
    ? { fill: css('--chart-articles'), stroke: css('--chart-articles'), width: 0, paths: bars(0.34), points: { show: false } }
    : { stroke: css('--chart-articles'), width: 1.5, points: { show: false } };
  const axis = { stroke: css('--ink-soft'), font: '12px system-ui, sans-serif', ticks: { show: false } };
  const chart = new uPlot({
    width, height, legend: { show: false }, padding: [8, 8, 0, 0],
    cursor: { y: false, points: { show: false }, drag: { x: true, y: false, setScale: false, dist: 6 } },
    select: { show: true },
    scales: { x: { time: false, range: [-0.6, shown.length - 0.4] }, y: { range: (_, low, high) => [0, Math.max(4, high * 1.05)] } },
    axes: [
      { ...axis, grid: { show: false }, size: 28, splits: (u) => places(shown, unit, u.width), values: (_, at) => at.map((index) => tick(shown[index], unit)) },
      { ...axis, size: 44, grid: { stroke: css('--rule'), width: 1 }, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000] },
    ],
    series: [
      {},
      { fill: css('--quotes'), stroke: css('--quotes'), width: 0, paths: bars(0.82), points: { show: false } },
      ...(withArticles ? [articles] : []),
    ],
    hooks: {
      setCursor: [(u) => read(u.cursor.idx)],
      setSelect: [(u) => {
        if (u.select.width < 6) return;
        const bound = (left) => Math.max(0, Math.min(shown.length - 1, Math.round(u.posToVal(left, 'x'))));
        const [from, to] = [bound(u.select.left), bound(u.select.left + u.select.width)];
        u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        pick(from, to);
      }],
    },
  }, [shown.map((_, index) => index), shown.map((bin) => bin.quotes), ...(withArticles ? [shown.map((bin) => bin.articles)] : [])], plot);

  let pressed = 0;
  chart.over.addEventListener('pointerdown', (event) => { pressed = event.clientX; });
  chart.over.addEventListener('click', (event) => Math.abs(event.clientX - pressed) < 6 && click());
  const fit = new ResizeObserver(() => plot.clientWidth > 0 && chart.setSize({ width: plot.clientWidth, height }));
  fit.observe(plot);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => chart.redraw(false));
  return chart;
}

/** Which bars carry a date below them: as many as have room, where a month or year starts if some do. */
function places(shown, unit, width) {
  const starts = shown.map((_, index) => index).filter((index) => index === 0 || opens(shown[index], shown[index - 1], unit));
  const from = starts.length >= 4 || unit === 'year' ? starts : shown.map((_, index) => index);
  const step = Math.ceil(from.length / Math.max(2, Math.floor(width / 110)));
  return from.filter((_, at) => at % step === 0);
}

function opens(bin, before, unit) {
  const part = unit === 'month' ? 4 : 7;
  return unit === 'year' || bin.first.slice(0, part) !== before.first.slice(0, part);
}

function tick(bin, unit) {
  if (!bin) return '';
  if (unit === 'year') return bin.first.slice(0, 4);
  return unit === 'day' ? shortDate(bin.first) : monthOf(bin.first);
}
