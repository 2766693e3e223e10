import { join } from 'node:path'
import { createGenerator } from 'ts-json-schema-generator'
import { expect, it } from 'vitest'
import { projectFolder } from './run-step.ts'

const client = join(projectFolder, 'packages', 'client', 'src')

it('what the API says as JSON Schemas is made from its types: run this test with -u after changing them', async () => {
  const schema = createGenerator({
    path: join(client, 'contract', '*.ts'),
    tsconfig: join(projectFolder, 'tsconfig.json'),
    type: '*',
    skipTypeCheck: true,
  }).createSchema('*')
  const schemas = JSON.stringify(schema.definitions, null, 2).replaceAll(
    '#/definitions/',
    '#/components/schemas/',
  )
  await expect(`${schemas}\n`).toMatchFileSnapshot(join(client, 'contract-schemas.json'))
}, 120_000)
