import { Hono } from 'hono'
import type { Library } from '../library.ts'

export function createApp(_library: Library): Hono {
  return new Hono()
}
