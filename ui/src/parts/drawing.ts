/**
 * Draws a picture with ECharts. Read only when the first picture is shown: nothing else of the window needs it.
 *
 * Colours are written as `var(--..)`: the picture follows the theme and the printer by itself. The library draws nothing
 * that answers to the hand; marks and notes are ours, of text nodes, so that no name becomes markup.
 */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartData, ChartSeries, Spot, Tone } from './chart';

use([BarChart, LineChart, GridComponent, SVGRenderer]);

const colour = (tone: Tone) => `var(--chart-${tone})`;

/** Type as the page has it: text in a picture is measured before it is drawn, so that names of fonts must be known. */
interface Type {
  family: string;
  size: number;
}

function labels(type: Type) {
  return { color: 'var(--soft)', fontFamily: type.family, fontSize: type.size };
}

function bar(series: ChartSeries, data: ChartData, type: Type) {
  const lying = data.kind === 'bars';
  return {
    type: 'bar' as const,
    silent: true,
    ...(data.stacked ? { stack: 'all' } : {}),
    barMaxWidth: type.size * (lying ? 1.35 : 2.2),
    barGap: '18%',
    barCategoryGap: lying ? '32%' : '30%',
    itemStyle: {
      color: colour(series.tone),
      borderRadius: data.stacked ? 0 : lying ? [0, 3, 3, 0] : [3, 3, 0, 0],
      // What was before stands in outline: as easy to see as the rest, and never taken for the present.
      ...(series.tone === 'before' ? { color: 'var(--sunk)', borderColor: colour('before'), borderWidth: 1.5 } : {}),
    },
    label: {
      // A value stands at the end of its bar; in a stack there is no end of its own.
      show: lying && !data.stacked,
      position: 'right' as const,
      distance: 5,
      opacity: 1,
      ...labels(type),
      color: series.tone === 'before' ? 'var(--faint)' : 'var(--ink)',
      formatter: ({ dataIndex }: { dataIndex: number }) => series.said[dataIndex] ?? '',
    },
    data: series.values.map((value, at) => {
      const tone = series.tones?.[at];
      return { value: value ?? '-', ...(tone ? { itemStyle: { color: colour(tone) } } : {}) };
    }),
  };
}

function line(series: ChartSeries, type: Type) {
  const before = series.tone === 'before';
  return {
    type: 'line' as const,
    silent: true,
    symbol: before ? 'none' : 'circle',
    symbolSize: type.size * 0.45,
    showAllSymbol: true,
    connectNulls: false,
    lineStyle: {
      color: colour(series.tone),
      width: before ? 1.5 : 2,
      type: before ? ('dashed' as const) : ('solid' as const),
    },
    itemStyle: { color: colour(series.tone), borderWidth: 0 },
    z: before ? 2 : 3,
    data: series.values.map((value) => value ?? '-'),
  };
}

function option(data: ChartData, type: Type, width: number) {
  const lying = data.kind === 'bars';
  const names = {
    type: 'category' as const,
    // The library keeps names as keys of plain objects; a customer's word may be one that objects have already.
    data: data.points.map((_, at) => String(at)),
    inverse: lying,
    boundaryGap: true,
    silent: true,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: 'var(--line)' } },
    axisLabel: {
      ...labels(type),
      formatter: (at: string) => data.points[Number(at)] ?? '',
      hideOverlap: true,
      ...(lying ? { width: Math.min(width * 0.34, type.size * 11), overflow: 'truncate' as const, interval: 0 } : {}),
    },
  };
  const scale = {
    type: 'value' as const,
    silent: true,
    splitNumber: 3,
    minInterval: 1,
    axisLabel: { ...labels(type), show: !lying, formatter: data.tick },
    splitLine: { show: !lying, lineStyle: { color: 'var(--line)', width: 1 } },
  };
  // Room for the words at the ends of lying bars, the longest of them.
  const longest = Math.max(0, ...data.series.flatMap(({ said }) => said.map((word) => wide(word))));
  return {
    animation: false,
    grid: {
      left: 2,
      right: lying && !data.stacked ? longest * type.size * 0.58 + 10 : 8,
      top: lying ? 0 : type.size * 0.8,
      bottom: 2,
      outerBoundsMode: 'same' as const,
      outerBoundsContain: 'axisLabel' as const,
    },
    xAxis: lying ? scale : names,
    yAxis: lying ? names : scale,
    series: data.series.map((one) => (data.kind === 'line' ? line(one, type) : bar(one, data, type))),
  };
}

/** How wide a word is, in halves of a Chinese character. */
function wide(word: string): number {
  return [...word].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 1.75 : 1), 0);
}

export interface Picture {
  show: (data: ChartData) => void;
  /** Which point lies under a spot of the picture. */
  at: (x: number, y: number) => number | undefined;
  /** The strip that belongs to a point. */
  spot: (at: number) => Spot;
  drop: () => void;
}

export function picture(host: HTMLElement): Picture {
  const size = () => ({ width: host.clientWidth || 600, height: host.clientHeight || 176 });
  const chart = init(host, null, { renderer: 'svg', ...size() });
  let shown: ChartData | undefined;
  const many = () => shown?.points.length ?? 0;
  const lying = () => shown?.kind === 'bars';

  function strip(at: number): Spot {
    const { width, height } = size();
    const of = (point: number) => chart.convertToPixel(lying() ? { yAxisIndex: 0 } : { xAxisIndex: 0 }, point);
    const middle = of(at);
    const thick = many() > 1 ? Math.abs(of(1) - of(0)) : lying() ? height : width * 0.9;
    return lying()
      ? { left: 0, width, top: middle - thick / 2, height: thick }
      : { left: middle - thick / 2, width: thick, top: 0, height };
  }
  return {
    show(data) {
      shown = data;
      const style = getComputedStyle(host);
      const root = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      const type = { family: style.fontFamily || 'sans-serif', size: root * 0.75 };
      chart.resize({ ...size(), silent: true });
      chart.setOption(option(data, type, size().width), { notMerge: true });
    },
    at(x, y) {
      const all = Array.from({ length: many() }, (_, at) => strip(at));
      const found = all.findIndex(({ left, top, width, height }) =>
        lying() ? y >= top && y < top + height : x >= left && x < left + width,
      );
      return found < 0 ? undefined : found;
    },
    spot: strip,
    drop: () => chart.dispose(),
  };
}
