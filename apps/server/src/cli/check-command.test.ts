import { describe, expect, it, vi } from 'vitest'
import { noticeText } from '../test-support/notice-text.ts'
import { runLuoshi } from '../test-support/run-luoshi.ts'
import { temporaryFile, temporaryFolder } from '../test-support/temporary-folder.ts'

vi.setConfig({ testTimeout: 180_000 })

describe('luoshi check', () => {
  it('lists what stands against a draft, and ends with 1 where something is wrong', async () => {
    const draft = temporaryFile('draft.txt', noticeText)
    const none = `${temporaryFolder()}/none`
    const { code, out, err } = await runLuoshi('check', draft, '--data', none)
    expect(err).toContain('只按文字和规则校核')
    expect(out).toMatch(/^■ 有误 {2}公开属性 {2}第1—16行：没有明确公开属性，不得发文/m)
    expect(out).toMatch(/^▲ 存疑 {2}有效期限/m)
    expect(code).toBe(1)
  })

  it('says in one line that a draft cannot be read', async () => {
    expect(await runLuoshi('check', '/nowhere.txt')).toEqual({
      code: 2,
      out: '',
      err: '/nowhere.txt：找不到这个文件。\n',
    })
  })
})
