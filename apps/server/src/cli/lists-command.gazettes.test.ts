import { requireRealGazettes } from '@luoshi/testing'
import { expect, it, vi } from 'vitest'
import { runLuoshi } from '../test-support/run-luoshi.ts'
import { dataFolder } from '../test-support/temporary-folder.ts'

vi.setConfig({ testTimeout: 300_000 })

const files = requireRealGazettes().map(({ path }) => path)

it('one command makes five published lists of the gazettes, and the index answers for laws', async () => {
  const data = dataFolder()
  const made = await runLuoshi('lists', 'import', ...files, '--data', data)
  expect(made).toMatchObject({ code: 0, err: '' })
  const counted = made.out
    .trim()
    .split('\n')
    .map((line) => /　(\d+) 项，/.exec(line)?.[1])
  expect(counted).toEqual(expect.arrayContaining(['247', '152', '55', '66', '9']))
  expect(made.out).toMatch(/五寨县　行政许可事项清单　2022年版　247 项，自2022-11-08起施行，.*需要核对 4 处/)
  const water = await runLuoshi('lists', 'law', '水法', '--data', data)
  expect(water.out).toContain('行政许可事项清单　5 项')
  const land = await runLuoshi('lists', 'law', '土地管理法', '--data', data)
  const powers = land.out.split('五台县乡镇权责清单')[1]?.split('\n').slice(1, 6) ?? []
  expect(powers.map((line) => /^ {2}(\d+)　/.exec(line)?.[1])).toEqual(['4', '27', '32', '99', '121'])
  const none = await runLuoshi('lists', 'law', '没有这部法', '--data', data)
  expect(none).toEqual({ code: 1, out: '', err: '各份清单中没有以《没有这部法》为依据的事项。\n' })
})
