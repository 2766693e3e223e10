export { administrationOf } from './programme.ts'
