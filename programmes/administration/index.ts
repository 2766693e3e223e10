export { withPublishing } from './list-versions.ts'
export { administrationOf } from './programme.ts'
export { signInParameters } from './sign-in-parameters.ts'
