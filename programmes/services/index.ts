export { services } from './programme.ts'
