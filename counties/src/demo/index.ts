import { fileURLToPath } from 'node:url'
import type { County } from '../county.ts'
import { townships, units } from './units.ts'

/** 清源县: made up from first to last. Its region code is none of GB/T 2260. */
export const qingyuan: County = {
  slug: 'qingyuan',
  name: '清源县',
  regionCode: '999901',
  within: ['云山市', '江东省'],
  units,
  places: [...townships, '清源现代农业产业示范区', '鹿鸣湖风景区'],
}

/** The demo gazette: a dozen short notices of 清源县 that hold every construct and every kind of damage. */
export const demoGazettePath = fileURLToPath(new URL('./gazette.txt', import.meta.url))
