import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { definitionJson } from '@luoshi/kernel'
import { programmes } from '@luoshi/programmes'
import { BpmnModdle } from 'bpmn-moddle'
import { describe, expect, it, vi } from 'vitest'
import { wellPermits } from '../../../../packages/kernel/src/fixtures/well-permit.ts'
import { programmeText } from '../programmes/programme-text.ts'
import { noticeText } from '../test-support/notice-text.ts'
import { outcomeOf, runLuoshi, startLuoshi } from '../test-support/run-luoshi.ts'
import { temporaryFolder } from '../test-support/temporary-folder.ts'
import { reportOf } from './programmes-command.ts'

// Every test here starts processes on what may be a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const run = (...args: readonly string[]) =>
  outcomeOf(startLuoshi(['programmes', ...args], { LUOSHI_GAZETTES: '' }))

describe('luoshi programmes list', () => {
  it('tells of each programme what it rests on, what it defines and what is open', async () => {
    const { code, out, err } = await run('list')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const { title, id, rules, parameters, papers, registers, procedures, open } of programmes) {
      expect(out).toContain(`${title}（${id}）`)
      for (const part of [...rules, ...parameters, ...papers, ...registers, ...procedures]) {
        expect(out).toContain(part.title)
      }
      for (const { says } of open) expect(out).toContain(says)
    }
    expect(out).toContain('  依据 五寨县 五政办发〔2022〕29号第1827—2028行\n')
    expect(out).toContain('    最低深松深度　25厘米（自2022-01-01起，五政办发〔2022〕29号第1857行）\n')
    expect(out).toContain('    抽查比例　未定，由县里确定\n')
    expect(out).toMatch(/\n {2}不一致 1\n/)
  })

  it('tells of indicators, reports, campaigns and lists where there are some', () => {
    const text = programmeText(wellPermits)
    expect(text).toContain(
      '    机井计量率（%）　月度　2026年不低于90%（清政办发〔2026〕7号第40行）；2027年高于95%（清政办发〔2026〕7号第41行）　清政办发〔2026〕7号第40行\n',
    )
    expect(text).toContain('    地下水位（米）　年度　目标未定：待市里另行下达　清政办发〔2026〕7号第45行\n')
    expect(text).toContain(
      '    机井建设月报　经办人报负责人，每月18日前（含当日）　清政办发〔2026〕7号第46行\n',
    )
    expect(text).toContain(
      '    机井管理权责清单　自2026-01-01起 2 项；自2026-07-01起 2 项　清政办发〔2026〕7号第47—60行\n',
    )
  })

  it('prints the definitions whole as JSON', async () => {
    const { code, out } = await run('list', '--format', 'json')
    expect(JSON.parse(out)).toEqual({ programmes: programmes.map(definitionJson) })
    expect(code).toBe(0)
  })
})

describe('luoshi programmes check', () => {
  it('finds nothing in ours', async () => {
    const lines = programmes.map(({ title, id }) => `${title}（${id}）：没有问题。\n`)
    expect(await run('check')).toEqual({ code: 0, out: lines.join(''), err: '' })
  })

  it('ends with 1 where the gazettes given have not the notice', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'notice.txt'), noticeText)
    const { code, out } = await run('check', '--gazettes', folder)
    expect(out).toMatch(/ {2}basis：给出的公报里没有五寨县的五政办发〔2022〕29号，以它为依据的有 \d+ 处。\n/)
    expect(code).toBe(1)
    const named = await outcomeOf(startLuoshi(['programmes', 'check'], { LUOSHI_GAZETTES: folder }))
    expect(named).toMatchObject({ code: 1, out })
  })

  it('says in one line that there are no gazettes', async () => {
    expect(await run('check', '--gazettes', '/nowhere')).toEqual({
      code: 1,
      out: '',
      err: '/nowhere：没有这个文件夹，或者没有读它的权限。\n',
    })
    const empty = temporaryFolder()
    expect(await run('check', '--gazettes', empty)).toEqual({
      code: 1,
      out: '',
      err: `${empty}：里面没有读得出的公报。\n`,
    })
  })

  it('tells every problem with its place and its sentence', () => {
    const { isSound, text } = reportOf({ ...wellPermits, papers: [], validTo: '2025-12-31' }, null)
    expect(isSound).toBe(false)
    expect(text.split('\n')).toEqual([
      '机井管理办法（well-permits）：2 个问题。',
      '  validTo：有效期自2026-01-01至2025-12-31，止日早于起日。',
      expect.stringMatching(/^ {2}procedures\.permit\.states\.publicised\.on\.grant\.papers：.*没有定义/),
      '',
    ])
  })
})

describe('luoshi programmes diagram', () => {
  it('prints a procedure that a modeller reads without a warning', async () => {
    const { code, out, err } = await run('diagram', 'deep-tillage', 'claim')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const { warnings, elementsById } = await new BpmnModdle().fromXML(out)
    expect(warnings).toEqual([])
    expect(elementsById['procedure.claim']?.['name']).toBe('深松作业补助申领')
    expect((await run('diagram', 'deep-tillage')).out).toBe(out)
  })

  it.each([
    [['none'], `没有制度“none”，现有：${programmes.map(({ id }) => id).join('、')}。`],
    [['deep-tillage', 'none'], '“五寨县2022年农机深松整地作业补助项目”没有流程“none”，现有：claim。'],
    [[], '没有给出制度。执行 luoshi --help 查看用法。'],
  ])('refuses %j with 1 and one line', async (args, line) => {
    expect(await run('diagram', ...args)).toEqual({ code: 1, out: '', err: `${line}\n` })
  })
})

it('explains itself in Chinese', async () => {
  const { code, out } = await runLuoshi('programmes', 'check', '--help')
  expect(out).toContain('放公报的文件夹（也可用环境变量 LUOSHI_GAZETTES）')
  expect(out).not.toMatch(/Usage|Options|display|default/)
  expect(code).toBe(0)
})
