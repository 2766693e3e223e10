export { parameterValueFrom } from './parameter-values.ts'
export { administrationOf } from './programme.ts'
