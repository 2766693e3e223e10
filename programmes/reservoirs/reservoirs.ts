import {
  choice,
  defineCatalogue,
  defineProcedure,
  defineRegister,
  defineRule,
  defineTally,
  fields,
  findFieldMeta,
  gap,
  text,
} from '@luoshi/kernel'
import { bureau, notice, readers, validity } from './notice.ts'

const kinds = { 'small-1': '小Ⅰ型', other: '其他' } as const

/** Who answers for a reservoir, before the reform and after it. Any may be blank while it is being entered. */
const roles = {
  ownerBefore: text('改革前所有权人').optional(),
  safetyBefore: text('改革前安全行政责任主体').optional(),
  departmentBefore: text('改革前主管部门').optional(),
  managerBefore: text('改革前管理单位').optional(),
  safetyAfter: text('改革后安全行政责任主体').optional(),
  departmentAfter: text('改革后主管部门').optional(),
  managerAfter: text('改革后管理单位').optional(),
}

const shape = {
  name: text('水库'),
  kind: choice('类型', kinds, { help: '原文没有写明类型的选“其他”' }),
  ...roles,
}

const government = '五台县人民政府'
const waterBureau = '县水利局'
const waterCentre = '县水利发展中心'

/** After the reform all have the same three. */
const after = { safetyAfter: government, departmentAfter: waterBureau, managerAfter: waterCentre }

const ofCounty = {
  kind: 'small-1',
  ownerBefore: government,
  safetyBefore: government,
  departmentBefore: waterBureau,
  managerBefore: waterCentre,
  ...after,
} as const

/** The reservoirs as the plan has them. */
export const printed = defineCatalogue({
  id: 'reservoirs',
  title: '水库管理责任清单',
  basis: notice.lines(1008, 1040),
  fields: fields(shape),
  parts: { key: 'name', name: 'name', holder: 'managerAfter' },
  versions: [
    {
      name: '2022年方案',
      from: '2022-12-13',
      until: null,
      basis: notice.lines(1008, 1040),
      items: [
        { entry: { name: '圈马沟水库', ...ofCounty }, basis: notice.lines(1014, 1022) },
        { entry: { name: '郭家寨水库', ...ofCounty }, basis: notice.lines(1014, 1022) },
        {
          entry: {
            name: '田家岗水库',
            kind: 'small-1',
            ownerBefore: '阳白乡田家岗村集体',
            safetyBefore: '阳白乡人民政府',
            departmentBefore: '阳白乡人民政府',
            managerBefore: '田家岗村委会',
            ...after,
          },
          basis: notice.lines(1014, 1036),
        },
        {
          entry: { name: '唐家湾水库', kind: 'other', managerBefore: waterCentre, ...after },
          basis: notice.lines(1026),
        },
      ],
    },
  ],
  open: [gap('唐家湾水库的类型、改革前的责任主体和主管部门没有写明', notice.lines(1026))],
})

/** Every reservoir with who answers for it. */
export const reservoirs = defineRegister({
  id: 'reservoirs',
  title: '水库台账',
  basis: notice.lines(1016, 1020),
  fields: fields(shape),
  key: ['name'],
  access: { read: readers, write: [bureau] },
})

const { ownerBefore: _owner, ...threeRoles } = roles

/** The three roles are filled in, before and after. */
export const rolesFilled = defineRule({
  id: 'roles-filled',
  title: '三项责任改革前后都已明确',
  basis: notice.lines(1016, 1040),
  inputs: threeRoles,
  parameters: {},
  decide: (given) => {
    const known: Readonly<Record<string, string | undefined>> = given
    const blank = Object.entries(threeRoles).flatMap(([name, field]) =>
      known[name] === undefined ? [findFieldMeta(field)?.label ?? name] : [],
    )
    return {
      isMet: blank.length === 0,
      wanted: '安全行政责任主体、主管部门、管理单位改革前后逐项明确',
      found: blank.length === 0 ? '都已明确' : `缺${blank.join('、')}`,
    }
  },
})

/** Small reservoirs, and those that the centre had already: three of each, four in all. */
export const counted = defineTally({
  id: 'counted',
  title: '水库数量',
  basis: notice.lines(1008, 1026),
  register: reservoirs.id,
  by: [{ kind: 'field', field: 'kind' }],
  columns: [
    { id: 'all', title: '水库' },
    { id: 'small', title: '小型水库', where: { kind: ['small-1'] } },
    { id: 'centre', title: '水利发展中心原已管理', where: { managerBefore: [waterCentre] } },
  ],
})

/** A reservoir is entered, and confirmed when the roles are filled in. */
export const confirming = defineProcedure({
  id: 'confirming',
  title: '登记水库和落实管护责任',
  basis: notice.lines(1016, 1040),
  ...validity,
  register: reservoirs.id,
  subject: reservoirs.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '登记水库', by: [bureau], basis: notice.lines(1016, 1020) },
  initial: 'entered',
  states: {
    entered: {
      title: '待落实责任',
      on: {
        fill: {
          title: '补充责任',
          to: 'entered',
          by: [bureau],
          basis: notice.lines(1016, 1040),
          input: fields(roles),
        },
        confirm: {
          title: '确认责任',
          to: 'confirmed',
          by: [bureau],
          basis: notice.lines(1016, 1040),
          gates: ['roles-filled'],
        },
      },
    },
    confirmed: {
      title: '责任已落实',
      final: 'completed',
      on: {
        reopen: {
          title: '责任变动',
          to: 'entered',
          by: [bureau],
          basis: notice.lines(1038),
          needsReason: true,
        },
      },
    },
  },
  limits: {},
})
