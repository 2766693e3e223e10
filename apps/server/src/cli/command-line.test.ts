import { execFile } from 'node:child_process'
import { connect, createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { demoGazettePath } from '@luoshi/counties'
import { findingKinds, type ReadResult } from '@luoshi/gazette'
import { describe, expect, it, vi } from 'vitest'
import { noticeText } from '../test-support/notice-text.ts'
import { lineOf, outcomeOf, runLuoshi, startLuoshi } from '../test-support/run-luoshi.ts'
import { temporaryFile } from '../test-support/temporary-folder.ts'

// Each test starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

const seeHelp = '执行 luoshi --help 查看用法。'

describe('luoshi read', () => {
  it('prints one JSON object with an issue for each file', async () => {
    const notice = temporaryFile('notice.txt', noticeText)
    const { code, out, err } = await runLuoshi('read', demoGazettePath, notice, '--format', 'json')
    const { issues } = JSON.parse(out) as ReadResult
    expect(issues.map(({ file }) => file)).toEqual([demoGazettePath, notice])
    expect(issues[0]?.name).toBe('清源县人民政府公报')
    expect(issues[1]?.instruments[0]?.docNumber).toBe('清政办发〔2026〕90号')
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  it('prints the others where one cannot be read, says why, and ends with 2', async () => {
    const { code, out, err } = await runLuoshi('read', '/nowhere.txt', demoGazettePath, '-f', 'json')
    expect((JSON.parse(out) as ReadResult).issues).toHaveLength(1)
    expect(err).toBe('/nowhere.txt：找不到这个文件。\n')
    expect(code).toBe(2)
  })

  it('prints an empty list where none can be read', async () => {
    const { code, out } = await runLuoshi('read', '/nowhere.txt', '--format=json')
    expect(JSON.parse(out)).toEqual({ issues: [] })
    expect(code).toBe(2)
  })

  it('prints a summary where no format is named', async () => {
    const { code, out } = await runLuoshi('read', temporaryFile('notice.txt', noticeText))
    expect(out).toContain('  1. 清源县人民政府办公室关于做好桥梁巡查工作的通知')
    expect(out).toContain('清政办发〔2026〕90号  2026年5月18日  清源县人民政府办公室  第1—16行')
    expect(code).toBe(0)
  })

  it.each([
    [['read'], `没有给出文件。${seeHelp}`],
    [
      ['read', 'a.txt', '--format', 'xml'],
      '选项“-f, --format <格式>”的值“xml”不对：应为 json、summary、markdown、akn 之一。',
    ],
    [['read', 'a.txt', '--colour'], `没有“--colour”这个选项。${seeHelp}`],
    [['raed', 'a.txt'], `没有“raed”这个命令。${seeHelp}`],
    [['findings'], `没有给出文件。${seeHelp}`],
    [['start', '--port', '80a'], '选项“-p, --port <端口>”的值“80a”不对：端口应为 0 到 65535 的整数。'],
    [['start', '--port'], `选项“-p, --port <端口>”后面缺少内容。${seeHelp}`],
  ])('refuses %j with 1 and one line', async (args, line) => {
    expect(await runLuoshi(...args)).toEqual({ code: 1, out: '', err: `${line}\n` })
  })

  it('explains itself in Chinese', async () => {
    const help = await runLuoshi('--help')
    expect(help.out).toMatch(/^用法：.*\n\n落实：/)
    expect(help.out).not.toMatch(/Usage|Options|Commands|display|default/)
    expect(help.code).toBe(0)
    const bare = await runLuoshi()
    expect(bare).toMatchObject({ code: 1, out: '' })
    expect(bare.err).toContain('用法：')
  })

  it('ends quietly where its reader has gone', async () => {
    const { stdout, stderr } = await promisify(execFile)('sh', [
      '-c',
      '"$0" "$1" read "$2" "$2" "$2" --format json | head -c 20',
      process.execPath,
      fileURLToPath(new URL('../../bin/luoshi.js', import.meta.url)),
      demoGazettePath,
    ])
    expect(stdout).toHaveLength(20)
    expect(stderr).toBe('')
  })

  it('says in one line that the disk is full', async () => {
    const command = `"${process.execPath}" "${fileURLToPath(new URL('../../bin/luoshi.js', import.meta.url))}"`
    const full = promisify(execFile)('sh', ['-c', `${command} read "${demoGazettePath}" > /dev/full`])
    await expect(full).rejects.toMatchObject({ code: 1, stderr: '磁盘已满，无法写出。\n' })
  })
})

describe('luoshi findings', () => {
  it('lists the findings of a file with their lines', async () => {
    const { code, out } = await runLuoshi('findings', demoGazettePath)
    expect(out).toMatch(/^清源县人民政府公报 2026年第2期（上）/)
    expect(out).toMatch(/■ 有误 {2}清政办发〔2026〕9号 第\d+行：公开文本印有个人信息/)
    expect(code).toBe(0)
  })

  it('lists every kind', async () => {
    const { code, out } = await runLuoshi('findings', '--kinds')
    for (const kind of Object.keys(findingKinds)) expect(out).toMatch(new RegExp(`^${kind}  `, 'm'))
    expect(code).toBe(0)
  })
})

describe('luoshi start', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('serves the demo gazette until %s', async (signal) => {
    const child = startLuoshi(['start', '--port', '0'])
    const ended = outcomeOf(child)
    const line = await lineOf(child, /请用浏览器打开/)
    const address = /http:\/\/localhost:\d+/.exec(line)?.[0]
    const page = await fetch(`${address}/`)
    expect(await page.text()).toContain('清源县人民政府公报')
    child.kill(signal)
    const { code, err } = await ended
    expect(code).toBe(0)
    expect(err).toMatch(/^已读示例公报（\d+ 份文件），请用浏览器打开 .*，按 Ctrl-C 停止。\n已停止。\n$/)
  })

  it('ends within five seconds of SIGTERM, also under load and where a request never ends', async () => {
    const child = startLuoshi(['start', '--port', '0'])
    const ended = outcomeOf(child)
    const line = await lineOf(child, /请用浏览器打开/)
    const address = /http:\/\/localhost:\d+/.exec(line)?.[0] ?? ''
    const endless = connect(Number(new URL(address).port), 'localhost')
    endless.on('error', () => undefined)
    endless.write('POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{')
    let isGoing = true
    const clients = Array.from({ length: 16 }, async () => {
      while (isGoing)
        await fetch(`${address}/`).then(
          (answer) => answer.text(),
          () => undefined,
        )
    })
    await new Promise((later) => setTimeout(later, 1000))
    const begin = performance.now()
    child.kill('SIGTERM')
    const { code } = await ended
    isGoing = false
    endless.destroy()
    await Promise.all(clients)
    expect(code).toBe(0)
    expect(performance.now() - begin).toBeLessThan(5000)
  })

  it('takes the port from the environment', async () => {
    const child = startLuoshi(['start'], { PORT: '0' })
    expect(await lineOf(child, /请用浏览器打开/)).not.toContain(':8080')
  })

  it('says in one line that the port is taken', async () => {
    const server = createServer()
    await new Promise<void>((listening) => server.listen(0, 'localhost', listening))
    const { port } = server.address() as { port: number }
    const { code, out, err } = await runLuoshi('start', '--port', String(port))
    server.close()
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toBe(`端口 ${port} 已被占用。请停止占用它的程序，或用 --port 另选一个端口。\n`)
  })

  it('says in one line that a file cannot be read', async () => {
    expect(await runLuoshi('start', '/nowhere.txt')).toEqual({
      code: 2,
      out: '',
      err: '/nowhere.txt：找不到这个文件。\n',
    })
  })
})
