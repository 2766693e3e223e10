import {
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  gap,
  listOf,
  reference,
  TODAY,
  text,
  unit,
} from '@luoshi/kernel'
import { head, overseer, publicReaders } from './access.ts'
import { townships, validity } from './notices.ts'

/** Who enforces: their exam and certificate. The number is that of the officer in the county's register of officers. */
export const officers = defineRegister({
  id: 'officers',
  title: '行政执法人员台账',
  basis: townships.lines(386, 390),
  fields: fields({
    number: text('干部编号', { help: '与干部台账的编号一致，也就是登录的身份' }),
    name: text('姓名'),
    unit: unit('所在执法机构'),
    examPassedOn: date('公共法律知识考试合格日期').optional(),
    certificate: text('行政执法证件号').optional(),
    certificateFrom: date('证件有效期起').optional(),
    certificateUntil: date('证件有效期止', { help: '当日仍然有效' }).optional(),
    specialism: text('执法类别').optional(),
  }),
  key: ['number'],
  calledBy: ['name'],
  access: { read: publicReaders, write: [overseer, head] },
})

const { shape } = officers.fields
const by = [overseer, head]

/** An officer, from training to leaving. Secondment is refused. */
export const officerProcedure = defineProcedure({
  id: 'officer',
  title: '行政执法人员',
  basis: townships.lines(386, 390),
  ...validity,
  register: officers.id,
  subject: officers.fields,
  access: { read: publicReaders },
  lookups: {},
  opening: { title: '登记执法人员', by, basis: townships.lines(386), gates: ['certificate-dates'] },
  initial: 'serving',
  states: {
    serving: {
      title: '在岗',
      rests: true,
      on: {
        certify: {
          title: '登记考试和证件',
          to: 'serving',
          by: [overseer],
          basis: townships.lines(388),
          input: fields({
            examPassedOn: shape.examPassedOn,
            certificate: shape.certificate,
            certificateFrom: shape.certificateFrom,
            certificateUntil: shape.certificateUntil,
          }),
          gates: ['certificate-dates'],
        },
        second: {
          title: '抽调、借调',
          to: 'away',
          by,
          basis: townships.lines(390),
          input: fields({ awayTo: unit('抽调、借调到') }),
          gates: ['no-secondment'],
          needsReason: true,
        },
        revoke: {
          title: '收回证件',
          to: 'left',
          by: [overseer],
          basis: townships.lines(388),
          needsReason: true,
        },
        leave: { title: '离岗', to: 'left', by, basis: townships.lines(386), needsReason: true },
      },
    },
    away: {
      title: '抽调、借调中',
      rests: true,
      on: { return: { title: '回到岗位', to: 'serving', by, basis: townships.lines(390) } },
    },
    left: { title: '已离岗', final: 'completed', on: {} },
  },
  limits: {},
  open: [gap('“严禁随意抽调、借调”没有写明何种情形不算随意，一律退回', townships.lines(390))],
})

/** A certificate has a beginning and an end, and follows the exam. */
export const certificateDates = defineRule({
  id: 'certificate-dates',
  title: '考试和证件日期',
  basis: townships.lines(388),
  inputs: {
    examPassedOn: shape.examPassedOn,
    certificate: shape.certificate,
    certificateFrom: shape.certificateFrom,
    certificateUntil: shape.certificateUntil,
    [TODAY]: date('今天'),
  },
  parameters: {},
  decide: (input) => {
    const { examPassedOn, certificate, certificateFrom, certificateUntil } = input
    const wanted = '先考试合格，再领证件，证件写明起止日期'
    const isNone =
      certificate === undefined && certificateFrom === undefined && certificateUntil === undefined
    if (isNone) return { isMet: true, wanted, found: '尚未领证' }
    if (examPassedOn === undefined) return { isMet: false, wanted, found: '有证件而没有考试合格日期' }
    if (certificate === undefined || certificateFrom === undefined || certificateUntil === undefined) {
      return { isMet: false, wanted, found: '证件号和起止日期没有写全' }
    }
    const isInOrder = examPassedOn <= certificateFrom && certificateFrom <= certificateUntil
    return {
      isMet: isInOrder && examPassedOn <= String(input[TODAY]),
      wanted,
      found: `考试合格${examPassedOn}，证件自${certificateFrom}至${certificateUntil}`,
    }
  },
})

/** Officers of a township are not lent away. */
export const noSecondment = defineRule({
  id: 'no-secondment',
  title: '不得随意抽调、借调',
  basis: townships.lines(390),
  inputs: { name: shape.name },
  parameters: {},
  decide: ({ name }) => ({
    isMet: false,
    wanted: '执法人员留在执法岗位，不抽调、借调',
    found: `抽调、借调${name}`,
  }),
})

const officerEntry = fields({
  number: text('干部编号'),
  name: text('姓名'),
  unit: unit('所在执法机构'),
  examPassedOn: date('考试合格日期').nullish(),
  certificate: text('证件号').nullish(),
  certificateFrom: date('证件有效期起').nullish(),
  certificateUntil: date('证件有效期止').nullish(),
})

/** The lookups by which a rule sees the two officers of a case. */
export const officerLookups = {
  officerOne: officerLookup('主办执法人员', 'officer1'),
  officerTwo: officerLookup('协办执法人员', 'officer2'),
} as const

function officerLookup(title: string, field: string) {
  return {
    title,
    register: officers.id,
    where: { number: field },
    states: ['serving'],
    gives: { kind: 'records', fields: Object.keys(officerEntry.shape) },
  } as const
}

/** The fields of a case that name its officers. */
export const officersOfCase = {
  officer1: reference('主办执法人员', officers.id),
  officer2: reference('协办执法人员', officers.id),
}

/** The officers as papers name them: 吴明察（晋执-1）、何守正（晋执-2） */
export const officersNamed = text('执法人员姓名和证件号').optional()

/** What a rule about the officers of a case looks at. */
export const officerInputs = {
  ...officersOfCase,
  officerOne: listOf('主办执法人员', officerEntry),
  officerTwo: listOf('协办执法人员', officerEntry),
}

/** What keeps an officer from acting on a day; null for nothing. */
export function objectionTo(
  number: string,
  entries: readonly {
    readonly name: string
    readonly unit: string
    readonly examPassedOn?: string | null | undefined
    readonly certificateFrom?: string | null | undefined
    readonly certificateUntil?: string | null | undefined
  }[],
  ownUnit: string,
  today: string,
): string | null {
  const [entry] = entries
  if (entry === undefined) return `“${number}”不是在岗的执法人员`
  const { name, examPassedOn, certificateFrom, certificateUntil } = entry
  if (entry.unit !== ownUnit) return `${name}不是本机构的执法人员`
  if (!examPassedOn || examPassedOn > today) return `${name}没有通过公共法律知识考试`
  if (!certificateFrom || !certificateUntil) return `${name}没有行政执法证件`
  if (today < certificateFrom) return `${name}的证件自${certificateFrom}起有效`
  return certificateUntil < today ? `${name}的证件已于${certificateUntil}到期` : null
}
