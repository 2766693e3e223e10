import type { KeyTree } from '../definition/define.ts'

const DURATION_KEYS: KeyTree = {
  count: null,
  unit: null,
  isFirstDayCounted: null,
  movesToWorkday: null,
  basis: null,
}

const LENGTH_KEYS: KeyTree = {
  ...DURATION_KEYS,
  shortenedTo: null,
  countsFrom: null,
  setBy: { count: null, unit: null, firstDay: null },
  day: null,
  field: null,
}

const GRANT_KEYS: KeyTree = { '*': { role: null, reach: null } }

const ACTION_KEYS: KeyTree = {
  title: null,
  to: null,
  by: GRANT_KEYS,
  basis: null,
  input: null,
  gates: null,
  computes: null,
  materials: { '*': { id: null, title: null, basis: null } },
  papers: null,
  needsReason: null,
  notByWhoDid: null,
  transfer: { to: null, field: null, among: null, mayKeep: null, basis: null },
  links: { '*': { kind: null, isRequired: null } },
  answers: null,
  extends: { limit: null, count: null, times: null, basis: null },
  afterLimit: null,
  withinLimit: null,
}

const DISCLOSURE_KEYS: KeyTree = {
  title: null,
  basis: null,
  duration: { ...DURATION_KEYS, kind: null, says: null },
  places: null,
  shows: null,
  clear: { '*': { field: null, basis: null } },
  objection: null,
  after: null,
}

/** The keys that a procedure may have. */
export const PROCEDURE_KEYS: KeyTree = {
  kind: null,
  id: null,
  title: null,
  basis: null,
  version: null,
  validFrom: null,
  validTo: null,
  register: null,
  subject: null,
  access: { read: GRANT_KEYS },
  lookups: {
    '*': {
      title: null,
      register: null,
      catalogue: null,
      version: null,
      where: null,
      states: null,
      gives: { kind: null, field: null, fields: null },
    },
  },
  opening: { title: null, by: GRANT_KEYS, basis: null, gates: null, computes: null },
  initial: null,
  states: {
    '*': {
      title: null,
      final: null,
      rests: null,
      stopsClock: { reason: null, basis: null, butNot: null },
      disclosure: DISCLOSURE_KEYS,
      announces: { title: null, basis: null, shows: null, until: null, unless: null },
      branches: {
        '*': {
          title: null,
          basis: null,
          unit: null,
          initial: null,
          states: { '*': { title: null, ends: null, on: { '*': ACTION_KEYS } } },
        },
      },
      join: { waitsFor: null, to: null, otherwise: null, basis: null },
      on: { '*': ACTION_KEYS },
    },
  },
  anywhere: { '*': { ...ACTION_KEYS, except: null } },
  limits: {
    '*': {
      title: null,
      starts: null,
      orStarts: { by: null, countsFrom: null },
      when: { field: null, is: null },
      ends: null,
      legal: LENGTH_KEYS,
      target: LENGTH_KEYS,
      reminderDays: null,
      missed: { kind: null, role: null, action: null },
    },
  },
  links: {
    '*': {
      title: null,
      programme: null,
      procedure: null,
      basis: null,
      fills: null,
      states: null,
      agrees: null,
    },
  },
  standing: {
    fields: { number: null, parent: null, source: null, place: null, progress: null },
    stages: { proposed: null, open: null, done: null },
    settling: null,
    again: null,
  },
  open: null,
}
