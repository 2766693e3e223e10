import { compareLists, incompleteEntries, latestEdition } from '@luoshi/kernel'
import { expect, it } from 'vitest'
import { begun, both, next, version } from './licences.test-support.ts'
import { specialLists, specificationShape } from './registers.ts'

it.each(both)(
  '[wuzhai-2022-zbf39.8] [wutai-2022-zbf59.2] $id: each licence must have the thirteen fields; those that are blank are named',
  (programme) => {
    const [catalogue] = programme.catalogues ?? []
    const wanted = catalogue?.completeness?.[0]
    const register = programme.registers.find(({ id }) => id === wanted?.register)
    if (catalogue === undefined || wanted === undefined || register === undefined) throw new Error('no list')
    expect(wanted.fields).toHaveLength(13)
    const whole = Object.fromEntries(Object.keys(specificationShape).map((field) => [field, '有']))
    const records = [
      { item: '取水许可', situation: '新建', ...whole },
      { item: '取水许可', situation: '延续', ...whole, fees: undefined, supervisor: '' },
      { item: '河道采砂许可', situation: '采砂', ...whole },
    ]
    const found = incompleteEntries(catalogue, version, records, wanted, register.fields)
    expect(
      found.map(({ item, record, blank }) => [item.entry['name'], record?.['situation'], blank]),
    ).toEqual([
      ['取水许可', '延续', ['收费', '监管主体']],
      ['水库大坝兼做公路审批', undefined, expect.arrayContaining(['审批层级', '监管主体'])],
    ])
    expect(found[1]?.blank).toHaveLength(13)
    const filled = begun(programme, 'specification', 'department', {
      number: '规-1',
      item: '取水许可',
      situation: '新建',
      ...whole,
      quota: undefined,
    })
    const refused = next(programme, filled, 'publish', 'department')
    expect(refused.kind === 'refused' && refused.issues[0]?.message).toContain('缺数量限制')
  },
)

it.each(both)(
  '[wuzhai-2022-zbf39.9] [wutai-2022-zbf59.4] $id: each of six special lists is held to the list: missing, extra, renamed',
  (programme) => {
    const [catalogue] = programme.catalogues ?? []
    const special = catalogue?.heldTo?.filter(({ register }) => register === 'special-items') ?? []
    expect(special.map(({ title }) => title)).toEqual(Object.values(specialLists))
    for (const comparison of special) {
      const others = [
        { list: comparison.id, edition: '2021年版', name: '已取消的许可' },
        { list: comparison.id, edition: '2022年版', name: '取水许可' },
        { list: comparison.id, edition: '2022年版', name: '河道采砂审批许可' },
        { list: comparison.id, edition: '2022年版', name: '摊点开业许可' },
      ]
      const { entries } = latestEdition(others, comparison)
      const found = catalogue === undefined ? [] : compareLists(catalogue, version, entries, comparison)
      expect(
        found.map((one) => [one.kind, 'item' in one ? one.item.entry['name'] : one.other['name']]),
      ).toEqual([
        ['renamed', '河道采砂许可'],
        ['extra', '水库大坝兼做公路审批'],
        ['missing', '摊点开业许可'],
      ])
    }
  },
)
