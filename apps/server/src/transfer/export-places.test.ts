import { findProcedure } from '@luoshi/kernel'
import { programmes } from '@luoshi/programmes'
import { open } from '@luoshi/store'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { surroundings } from './county-of-plots.test-support.ts'
import { exportList } from './export-list.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server?.stop(), 60_000)

it('[wuzhai-2022-zf13.4] what has a place goes out as GeoJSON for a map, with all that the list says of it', async () => {
  const programme = programmes.find(({ id }) => id === 'fire-services')
  const procedure = programme === undefined ? undefined : findProcedure(programme, 'keeping-water')
  if (programme === undefined || procedure === undefined) throw new Error('no programme')
  const db = await server.database(4)
  const by = {
    id: 'walker',
    county: 'qingyuan',
    posts: [{ role: 'township', unit: 'sancha', from: null, until: null }],
  }
  const where = { type: 'Point', coordinates: [111.85, 38.91] }
  for (const [number, place] of [
    ['栓-1', { where }],
    ['栓-2', {}],
  ] as const) {
    const input = {
      ...{ number, kind: 'hydrant', address: '东街口', township: '三岔镇', grid: '东街网格', isRemote: true },
      ...place,
    }
    const opened = await open(
      db,
      programme,
      { county: 'qingyuan', case: number, requestKey: null },
      { procedure: procedure.id, unit: 'sancha', owner: null, action: { by, input } },
      surroundings,
    )
    expect(opened.kind).toBe('done')
  }
  const filter = { county: 'qingyuan', isWholeCounty: true, units: [], owner: null }
  const query = { county: 'qingyuan', programme, procedure, filter }
  const list = await exportList(db, { query, units: surroundings.units }, 'geojson')
  if (list.kind === 'refused') throw new Error(list.issue.message)
  const parts: Uint8Array[] = []
  for await (const part of list.body) parts.push(part)
  expect(list.mediaType).toBe('application/geo+json')
  expect(JSON.parse(Buffer.concat(parts).toString())).toEqual({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: '栓-1',
        geometry: where,
        properties: expect.objectContaining({
          环节: '完好',
          所属机构: '三岔镇人民政府',
          种类: '市政消火栓',
          网格: '东街网格',
          已接入远程实时监控: '是',
        }),
      },
    ],
  })
})
