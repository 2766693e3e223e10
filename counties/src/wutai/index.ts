import type { County } from '../county.ts'
import { townships, units } from './units.ts'

/** 五台县. Its government's numbers (五政发, 五政办发) are written like those of 五寨县. */
export const wutai: County = {
  slug: 'wutai',
  name: '五台县',
  regionCode: '140922',
  within: ['忻州市', '山西省'],
  units,
  places: [...townships, '驼梁风景区', '五台现代农业产业示范区'],
}
