import type { County } from '../county.ts'
import { townships, units } from './units.ts'

/** 五寨县. Its government's numbers (五政发, 五政办发) are written like those of 五台县. */
export const wuzhai: County = {
  slug: 'wuzhai',
  name: '五寨县',
  regionCode: '140928',
  within: ['忻州市', '山西省'],
  units,
  places: [...townships, '五寨现代农业产业示范区'],
}
