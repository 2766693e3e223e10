import {
  date,
  defineProcedure,
  defineRegister,
  fields,
  files,
  gap,
  longText,
  reference,
  text,
} from '@luoshi/kernel'
import { aboveVillages, bureau, sector, village } from './access.ts'
import { premisesNotice as notice, premisesValidity } from './notices.ts'
import { premises } from './premises.ts'

const readers = [village, aboveVillages, bureau, sector]

/** Dangers that villages found in premises, and what they did at once. */
export const hazards = defineRegister({
  id: 'hazards',
  title: '经营场所安全隐患报告台账',
  basis: notice.lines(1010),
  fields: fields({
    number: text('报告编号'),
    premises: reference('经营场所', premises.id, { help: '没有登记过的经营场所不填' }).optional(),
    village: text('村'),
    place: text('隐患地点'),
    foundOn: date('发现日期'),
    hazard: longText('安全隐患'),
    measures: longText('已采取的措施'),
    photos: files('照片', { mediaTypes: ['image/jpeg', 'image/png'] }).optional(),
  }),
  key: ['number'],
  access: { read: readers, write: [village] },
})

/** A village reports a danger; it stands in its township's inbox until the township has dealt with it. */
export const reporting = defineProcedure({
  id: 'hazard-report',
  title: '经营场所安全隐患报告',
  basis: notice.lines(1010),
  ...premisesValidity,
  register: hazards.id,
  subject: hazards.fields,
  access: { read: readers },
  lookups: {},
  links: {
    premises: { title: '再次核查的经营场所', procedure: 'registration', basis: notice.lines(1008, 1010) },
  },
  opening: { title: '报告安全隐患', by: [village], basis: notice.lines(1010) },
  initial: 'reported',
  states: {
    reported: {
      title: '待乡（镇）处置',
      on: {
        dispose: {
          title: '现场处置',
          to: 'disposed',
          by: [aboveVillages],
          basis: notice.lines(1008),
          input: fields({ disposedOn: date('处置日期'), disposal: longText('处置情况') }),
          links: [{ kind: 'premises', isRequired: false }],
        },
        refer: {
          title: '转相关部门处理',
          to: 'referred',
          by: [aboveVillages],
          basis: notice.lines(1006, 1008),
          input: fields({ receiver: text('接收部门'), disposal: longText('已采取的措施和移交情况') }),
        },
        drop: {
          title: '核实后不是隐患',
          to: 'dropped',
          by: [aboveVillages],
          basis: notice.lines(1008),
          needsReason: true,
        },
      },
    },
    disposed: { title: '已处置', final: 'completed', on: {} },
    referred: { title: '已转相关部门', final: 'completed', on: {} },
    dropped: { title: '不是隐患', final: 'refused', on: {} },
  },
  limits: {},
  open: [gap('“及时”采取措施和报告是几日没有写明', notice.lines(1010))],
})
