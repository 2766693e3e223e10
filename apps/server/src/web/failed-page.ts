import { databaseIssue } from '@luoshi/store'
import type { Env, ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Logger } from 'pino'
import { messagePage } from './pages/message-page.ts'

const unreadable = messagePage('地址有误', '地址里的页码、日期、年份或筛选条件不对。')

/** Answers with a page where one could not be made, and tells the log why; the visitor is told what to do. */
export function failedPage<E extends Env>(log: Logger, whatToDo: string): ErrorHandler<E> {
  return (error, c) => {
    if (error instanceof HTTPException && error.status === 400) return c.html(unreadable, 400)
    if (error instanceof HTTPException && error.status === 413) {
      return c.html(messagePage('内容太大', '交来的文件和填写的内容太大，请压缩或者分开再交。'), 413)
    }
    log.error({ err: error, path: c.req.path }, 'a page failed')
    const away = databaseIssue(error)
    if (away !== null) return c.html(messagePage('暂时打不开', away.message), 503)
    return c.html(messagePage('出错了', `这一页没有做成。${whatToDo}`), 500)
  }
}
