import { type Cite, defineCatalogue, fields, text } from '@luoshi/kernel'
import { notice } from './notice.ts'

type Row = readonly [kind: string, name: string, standard: string, basis: Cite]

const rows: readonly Row[] = [
  ['永久占地', '耕地补偿费', '每亩为统一年产值的24倍', notice.lines(141)],
  ['永久占地', '林地补偿费', '每亩为统一年产值的22倍', notice.lines(141)],
  ['永久占地', '钢管杆坑', '1000元/坑', notice.lines(143)],
  ['永久占地', '混凝土杆坑', '500元/坑', notice.lines(143)],
  ['永久占地', '拉线坑', '300元/坑', notice.lines(143)],
  ['永久占地', '1千伏的杆坑、拉线坑', '不计', notice.lines(143, 145)],
  ['永久占地', '荒山荒坡上的杆坑、拉线坑', '不补偿', notice.lines(143, 145)],
  ['临时占地', '施工便道、堆放材料等', '1000元/亩，又写按区域统一年产值', notice.lines(147)],
  ['地上附着物', '青苗补偿费', '1000元/亩', notice.lines(147)],
  ['地上附着物', '大树（直径50厘米及以上）', '200元/棵', notice.lines(147)],
  ['地上附着物', '小树（直径50厘米以下）', '100元/棵', notice.lines(147)],
  ['地上附着物', '树木砍伐', '按忻政办发〔2015〕12号', notice.lines(151, 153)],
  ['地上附着物', '其他地上附着物', '另计', notice.lines(147)],
  ['占地计算', '塔基占地', '立柱边线各向外扩展2米', notice.lines(149)],
  ['占地计算', '施工道路占地', '两侧各向外扩展1米', notice.lines(149)],
]

/** The standards as everyone may read them. */
export const standards = defineCatalogue({
  id: 'standards',
  title: '配电网及“煤改电”工程建设补偿标准',
  basis: notice.lines(137, 153),
  fields: fields({ name: text('补偿项目'), kind: text('类别'), standard: text('标准') }),
  parts: { key: 'name', name: 'name' },
  versions: [
    {
      name: '2022年标准',
      from: '2022-08-26',
      until: null,
      basis: notice.lines(137, 153),
      items: rows.map(([kind, name, standard, basis]) => ({ entry: { name, kind, standard }, basis })),
    },
  ],
})
