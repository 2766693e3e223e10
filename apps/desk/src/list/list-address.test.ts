import { expect, it } from 'vitest'
import { filterOf, listViewFrom, nextSort, withChanges } from './list-address.ts'

it('reads query, columns and the open case from an address', () => {
  expect(listViewFrom('?q=三岔&state=awaiting&where.plot=17&columns=plot,area&case=a-1&other=1')).toEqual({
    query: { q: '三岔', state: 'awaiting', 'where.plot': '17' },
    columns: ['plot', 'area'],
    open: 'a-1',
  })
  expect(listViewFrom('')).toEqual({ query: {}, columns: null, open: null })
})

it('changes one word and leaves the others', () => {
  expect(withChanges('?q=a&case=1', { q: null })).toBe('?case=1')
  expect(withChanges('', { state: 'open' })).toBe('?state=open')
  expect(withChanges('?q=a', { q: '' })).toBe('')
  expect(filterOf('?q=a&case=1')).toBe('?q=a')
})

it('turns an order with each click, and back', () => {
  expect(nextSort(undefined, 'area')).toBe('area')
  expect(nextSort('area', 'area')).toBe('-area')
  expect(nextSort('-area', 'area')).toBeNull()
  expect(nextSort('-area', 'plot')).toBe('plot')
})
