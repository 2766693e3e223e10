import {
  choice,
  type Duration,
  defineProcedure,
  duration,
  fields,
  may,
  measure,
  reference,
  text,
  yesNo,
} from '@luoshi/kernel'
import { claimLookups } from './claim-lookups.ts'
import { notice } from './notice.ts'
import { workRecords } from './registers.ts'

/** One week. Nothing is to be done by its last day, so a holiday there does not lengthen it. */
const week = (line: number, last = line): Duration => ({
  ...duration(7, 'day', notice.lines(line, last)),
  movesToWorkday: false,
})

const centre = may('machinery-centre', 'county')
const acceptanceGroup = may('acceptance-group', 'county')
const township = may('township', 'below')
const village = may('village', 'unit')

const { shape } = workRecords.fields

/** From a plot worked to its subsidy paid: work first, then money. */
export const claim = defineProcedure({
  id: 'claim',
  title: '深松作业补助申领',
  basis: notice.lines(1867, 1881),
  version: 1,
  validFrom: '2022-08-22',
  validTo: null,
  register: workRecords.id,
  subject: workRecords.fields,
  access: {
    read: [centre, acceptanceGroup, may('finance', 'county'), township, village, may('operator', 'own')],
  },
  lookups: claimLookups,
  opening: {
    title: '登记作业记录',
    by: [centre, township, village],
    basis: notice.lines(1871, 1877),
    gates: ['in-project-township', 'machine-certified', 'not-claimed-twice'],
  },
  initial: 'recorded',
  states: {
    recorded: {
      title: '已登记',
      on: {
        publicise: {
          title: '公示监测记录',
          to: 'publicised',
          by: [centre],
          basis: notice.lines(1873, 1875),
          gates: ['recorded-as-monitored', 'evidence', 'depth-reached', 'spacing-kept'],
          papers: ['monitored-sheet'],
        },
        post: {
          title: '公示人工记录',
          to: 'posted',
          by: [village],
          basis: notice.lines(1877),
          gates: ['recorded-as-manual', 'signed-by-three', 'depth-reached', 'spacing-kept'],
          papers: ['manual-sheet'],
        },
        dispute: {
          title: '转人工核查',
          to: 'verifying',
          by: [may('operator', 'own'), centre],
          basis: notice.lines(1877),
          needsReason: true,
        },
        reject: {
          title: '不予补助',
          to: 'refused',
          by: [centre],
          basis: notice.lines(1857),
          needsReason: true,
        },
      },
    },
    verifying: {
      title: '人工核查中',
      on: {
        verify: {
          title: '填写核查结果',
          to: 'recorded',
          by: [township, village],
          basis: notice.lines(1877),
          input: fields({
            source: choice('记录方式', { manual: '人工核查' }),
            area: shape.area,
            depth: shape.depth,
            spacing: shape.spacing,
            isFarmerSigned: shape.isFarmerSigned,
            isDriverSigned: shape.isDriverSigned,
            isVerifierSigned: shape.isVerifierSigned,
          }),
        },
      },
    },
    publicised: {
      title: '监测记录公示中',
      disclosure: {
        title: '监测记录公示',
        basis: notice.lines(1873, 1875),
        duration: week(1873, 1875),
        places: ['部门公示栏', '电视', '政务网站'],
        shows: ['township', 'village', 'area', 'depth', 'operatorName', 'driver', 'driverContact'],
        clear: [
          { field: 'operatorName', basis: notice.lines(1937) },
          { field: 'driver', basis: notice.lines(1937) },
        ],
        objection: 'object',
        after: ['endPublicity'],
      },
      on: {
        object: {
          title: '提出异议',
          to: 'verifying',
          by: [may('public', 'county'), may('operator', 'own'), centre],
          basis: notice.lines(1877),
          needsReason: true,
        },
        endPublicity: {
          title: '公示无异议',
          to: 'awaiting',
          by: [centre],
          basis: notice.lines(1873, 1875),
        },
      },
    },
    posted: {
      title: '人工记录公示中',
      disclosure: {
        title: '人工记录公示',
        basis: notice.lines(1877),
        duration: week(1877),
        places: ['村务公开栏'],
        shows: ['farmer', 'farmerContact', 'place', 'workedOn', 'area', 'depth', 'driver', 'driverContact'],
        clear: [
          { field: 'farmer', basis: notice.lines(1959) },
          { field: 'driver', basis: notice.lines(1959) },
        ],
        objection: 'object',
        after: ['stamp'],
      },
      on: {
        object: {
          title: '提出异议',
          to: 'verifying',
          by: [may('public', 'county'), may('operator', 'own')],
          basis: notice.lines(1877),
          needsReason: true,
        },
        stamp: {
          title: '加盖村委会公章',
          to: 'stamped',
          by: [village],
          basis: notice.lines(1877),
          input: fields({ isStamped: yesNo('村委会已加盖公章') }),
          gates: ['evidence'],
        },
      },
    },
    stamped: {
      title: '已盖章',
      on: {
        forward: { title: '汇总上报县农机中心', to: 'awaiting', by: [township], basis: notice.lines(1877) },
      },
    },
    awaiting: {
      title: '待抽查',
      on: {
        select: {
          title: '抽中',
          to: 'sampled',
          by: [acceptanceGroup],
          basis: notice.lines(1881),
          input: fields({ draw: reference('抽查', 'draws') }),
          gates: ['drawn-by-seed'],
        },
        passOver: {
          title: '未抽中',
          to: 'checked',
          by: [acceptanceGroup],
          basis: notice.lines(1881),
          input: fields({ draw: reference('抽查', 'draws') }),
          gates: ['passed-over-by-seed'],
        },
      },
    },
    sampled: {
      title: '抽查中',
      on: {
        pass: {
          title: '抽查合格',
          to: 'checked',
          by: [acceptanceGroup],
          basis: notice.lines(1881),
          input: fields({
            checkedArea: measure('抽查面积', '亩'),
            checkedDepth: measure('抽查深度', '厘米'),
            checkedSpacing: measure('抽查间距', '厘米'),
            checkedBy: text('抽查人员'),
          }),
          gates: ['checked-depth-reached', 'checked-spacing-kept'],
        },
        fail: {
          title: '抽查不合格',
          to: 'refused',
          by: [acceptanceGroup],
          basis: notice.lines(1881),
          input: fields({ checkedBy: text('抽查人员') }),
          needsReason: true,
        },
      },
    },
    checked: {
      title: '待验收',
      on: {
        accept: {
          title: '验收',
          to: 'accepted',
          by: [acceptanceGroup],
          basis: notice.lines(1881),
          gates: [
            'evidence',
            'depth-reached',
            'spacing-kept',
            'in-project-township',
            'machine-certified',
            'not-repeated',
            'not-claimed-twice',
            'within-planned-area',
            'within-planned-money',
          ],
        },
        reject: {
          title: '不予验收',
          to: 'refused',
          by: [acceptanceGroup],
          basis: notice.lines(1881),
          needsReason: true,
        },
      },
    },
    accepted: {
      title: '已验收',
      on: {
        list: {
          title: '列入补助资金明细表',
          to: 'listed',
          by: [centre],
          basis: notice.lines(1881),
          papers: ['payment-detail', 'payment-summary'],
        },
      },
    },
    listed: {
      title: '已递交财政',
      on: {
        pay: { title: '兑付', to: 'paid', by: [may('finance', 'county')], basis: notice.lines(1881) },
      },
    },
    paid: { title: '已兑付', final: 'completed', on: {} },
    refused: { title: '不予补助', final: 'refused', on: {} },
  },
  // The notice says 及时 and sets no days: none are invented.
  limits: {},
})
