#!/usr/bin/env node
// The one file that must also run on Node 20: it hands over to the Node 24 that comes with the packages.
// It is no TypeScript, so that nothing has to be stripped of types before what was stripped before is found.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module, { createRequire } from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const main = new URL('../src/main.ts', import.meta.url)
const self = fileURLToPath(import.meta.url)

/** The pinned Node, wherever npm put its package. */
function pinnedNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve('node/package.json'))
    const path = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/** Runs the program in the pinned Node, passes signals on, and ends as it ends. */
function handOver(node) {
  const child = spawn(node, [self, ...process.argv.slice(2)], { stdio: 'inherit' })
  // A terminal sends Ctrl-C to both; the child decides when to end.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGHUP'))
  child.on('error', (error) => {
    process.stderr.write(`无法启动 ${node}：${error.message}。\n`)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0)
  })
}

if (Number.parseInt(process.versions.node, 10) >= 24) {
  // What was read and compiled once is not read and compiled again. It lies where nobody else may write.
  module.enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/luoshi', import.meta.url)))
  await import(main.href)
} else {
  const node = pinnedNode()
  if (node) handOver(node)
  else {
    process.stderr.write('需要 Node 24。请在项目目录执行 npm ci，它会一并安装 Node 24。\n')
    process.exitCode = 1
  }
}
