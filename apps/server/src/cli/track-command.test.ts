import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runLuoshi } from '../test-support/run-luoshi.ts'
import { temporaryFolder } from '../test-support/temporary-folder.ts'

/** A straight way eastwards of so many metres, a position each second and a metre and a half. */
const positions = (metres: number) =>
  Array.from({ length: metres / 1.5 + 1 }, (_, second) => ({
    time: new Date(Date.parse('2022-08-30T08:00:00+08:00') + second * 1000).toISOString(),
    longitude: (111.8 + (second * 1.5) / 86_752.06).toFixed(9),
  }))

function written(name: string, text: string): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, text)
  return path
}

const csv = (metres: number, more = '') =>
  `时间,经度,纬度,深度\n${positions(metres)
    .map(({ time, longitude }) => `${time},${longitude},38.9,26`)
    .join('\n')}\n${more}`

const run = (...args: readonly string[]) =>
  runLuoshi('track', '--width', '2.4', '--day', '2022-08-30', ...args)

describe('luoshi track', () => {
  it('tells the area, the share that is deep enough and the mean depth of a sheet of positions', async () => {
    const { code, out, err } = await run(written('T-7.csv', csv(600, '2022-08-30 09:00:00,38.9,111.8,26\n')))
    expect(code).toBe(0)
    expect(out).toBe(
      '轨迹点      401个\n作业面积    2.16亩（重叠只计一次）\n达标面积    2.16亩，占100.00%\n平均深度    26.0厘米\n',
    )
    expect(err).toContain('第403行“经度”填的是“38.9”，应填73至136之间的度数，如111.84。')
  })

  it('reads GeoJSON too', async () => {
    const features = positions(300).map(({ time, longitude }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [Number(longitude), 38.9] },
      properties: { time, depth: 20 },
    }))
    const { out } = await run(written('T-7.geojson', JSON.stringify({ type: 'FeatureCollection', features })))
    expect(out).toContain('作业面积    1.08亩')
    expect(out).toContain('达标面积    0.00亩，占0.00%\n平均深度    没有达标的作业')
  })

  it.each([
    [['--width', '-1'], '作业幅宽应为0至20之间的米数，如2.4'],
    [['--day', '8月30日'], '作业日期应写成2022-08-30这样'],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await run(...args, 'T-7.csv')
    expect([code, err.includes(message)]).toEqual([1, true])
  })

  it('ends with 2 where there is no such file', async () => {
    const { code, err } = await run(join(temporaryFolder(), 'none.csv'))
    expect([code, err.includes('没有这个文件')]).toEqual([2, true])
  })

  it('says that nothing was set for a day before the project', async () => {
    const file = written('T-7.csv', csv(30))
    const { code, err } = await runLuoshi('track', '--width', '2.4', '--day', '2021-08-30', file)
    expect([code, err.includes('还不能量算，缺少：轨迹点最大间隔（2021-08-30尚无规定）')]).toEqual([1, true])
  })
})
