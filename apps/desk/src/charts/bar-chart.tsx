import { BarChart as Bars } from 'echarts/charts'
import { GridComponent, MarkLineComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useTheme } from '../appearance.ts'

use([Bars, GridComponent, MarkLineComponent, SVGRenderer])

interface BarChartProps {
  /** What it shows, for who cannot see it; the table beside it says the same. */
  readonly label: string
  readonly bars: readonly { readonly name: string; readonly value: number; readonly isMet: boolean | null }[]
  /** Where a line is drawn across: the target. */
  readonly line: { readonly at: number; readonly name: string }
  readonly unit: string
}

/** Height of a bar with its gap, in pixels. */
const ROW = 30

/** Bars that lie, each with its figure at its end; drawn as SVG, so that it prints sharp. */
export function BarChart({ label, bars, line, unit }: BarChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const theme = useTheme()
  const height = bars.length * ROW + 48
  // biome-ignore lint/correctness/useExhaustiveDependencies: colours are read anew with each theme.
  useEffect(() => {
    if (place.current === null) return
    const chart = init(place.current, null, { renderer: 'svg' })
    chart.setOption(optionsOf({ label, bars, line, unit }))
    const fit = new ResizeObserver(() => {
      chart.resize()
      // On paper it is scaled: the page is narrower, and nothing is drawn anew before it is printed.
      const box = `0 0 ${chart.getWidth()} ${chart.getHeight()}`
      place.current?.querySelector('svg')?.setAttribute('viewBox', box)
    })
    fit.observe(place.current)
    return () => {
      fit.disconnect()
      chart.dispose()
    }
  }, [label, bars, line, unit, theme])
  return <div ref={place} className="chart" role="img" aria-label={label} style={{ height }} />
}

function optionsOf({ bars, line, unit }: BarChartProps) {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const text = { color: colour('--ink'), fontFamily: colour('--sans') }
  const colourOf = (isMet: boolean | null) => {
    if (isMet === null) return colour('--edge')
    return colour(isMet ? '--well' : '--late')
  }
  return {
    animation: false,
    grid: { left: 8, right: 64, top: 24, bottom: 8, containLabel: true },
    xAxis: { type: 'value', axisLabel: { show: false }, splitLine: { show: false } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colour('--line') } },
      axisLabel: { ...text, width: 220, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        barWidth: 14,
        data: bars.map(({ value, isMet }) => ({ value, itemStyle: { color: colourOf(isMet) } })),
        label: {
          ...text,
          show: true,
          position: 'right',
          formatter: `{c}${unit}`,
          // Readable where the line across stands behind it.
          backgroundColor: colour('--paper'),
          padding: 2,
        },
        markLine: {
          symbol: 'none',
          // Behind the bars, so that no figure is crossed out.
          z: 1,
          silent: true,
          lineStyle: { color: colour('--secondary') },
          // The axis runs downwards: its start is above.
          label: { formatter: line.name, position: 'start', ...text },
          data: [{ xAxis: line.at }],
        },
      },
    ],
  }
}
