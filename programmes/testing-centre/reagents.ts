import {
  choice,
  compareDecimals,
  type Decimal,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  defineStocktake,
  differenceOf,
  fields,
  gap,
  isAtMost,
  listOf,
  longText,
  measure,
  OPENING,
  reference,
  type StocktakeRecord,
  sumOf,
  TODAY,
  text,
  yesNo,
} from '@luoshi/kernel'
import { centre, manager, notice, readers, validity } from './notice.ts'

const basis = notice.lines(2499)

/** 供应商、服务商档案和服务名录 */
export const suppliers = defineRegister({
  id: 'suppliers',
  title: '供应商、服务商名录',
  basis,
  fields: fields({
    number: text('供应商编号'),
    name: text('名称'),
    scope: longText('业务范围'),
    qualification: text('资质'),
    reviewedOn: date('审查日期'),
    evaluation: longText('供应品品质、服务质量评价'),
  }),
  key: ['number'],
  calledBy: ['name'],
  access: { read: readers, write: [centre] },
})

const kind = choice('类别', {
  reagent: '药品试剂',
  standard: '标准物质',
  glass: '玻璃量具',
  consumable: '耗材',
})
const unitName = text('计量单位')

/** 药品试剂、标准物质和耗材 */
export const substances = defineRegister({
  id: 'substances',
  title: '试剂和标准物质一览表',
  basis,
  fields: fields({
    number: text('物品编号'),
    name: text('名称'),
    kind,
    grade: text('规格、纯度'),
    unit: unitName,
    certificate: text('标准物质证书编号').optional(),
    certificateUntil: date('标准物质证书有效期至').optional(),
  }),
  key: ['number'],
  calledBy: ['name'],
  access: { read: readers, write: [centre] },
  entry: { lookups: {}, gates: ['standard-certified'] },
})

/** A standard substance has its certificate. */
export const standardCertified = defineRule({
  id: 'standard-certified',
  title: '标准物质证书',
  basis,
  inputs: {
    kind,
    certificate: text('标准物质证书编号').optional(),
    certificateUntil: date('标准物质证书有效期至').optional(),
  },
  parameters: {},
  decide: (input) => ({
    isMet:
      input.kind !== 'standard' || (input.certificate !== undefined && input.certificateUntil !== undefined),
    wanted: '标准物质写明证书编号和有效期',
    found: input.kind !== 'standard' ? '不是标准物质' : (input.certificate ?? '没有证书'),
  }),
})

const quantity = measure('申请数量', '按计量单位')
const accepted = measure('合格数量', '按计量单位')

/** 采购申请单、供应品清单、验收记录 */
export const purchases = defineRegister({
  id: 'purchases',
  title: '试剂耗材采购验收台账',
  basis,
  fields: fields({
    number: text('采购编号'),
    substance: reference('物品', substances.id),
    supplier: reference('供应商', suppliers.id),
    quantity,
    purpose: text('用途'),
  }),
  key: ['number'],
  access: { read: readers, write: [centre] },
})

export const acceptedWithin = defineRule({
  id: 'accepted-within',
  title: '验收数量',
  basis,
  inputs: { quantity, accepted },
  parameters: {},
  decide: (input) => ({
    isMet: isAtMost(input.accepted, input.quantity),
    wanted: `不多于申请的${input.quantity}`,
    found: input.accepted,
  }),
})

export const purchasing = defineProcedure({
  id: 'purchasing',
  title: '试剂耗材采购和验收',
  basis,
  ...validity,
  register: purchases.id,
  subject: purchases.fields,
  access: { read: readers },
  lookups: {},
  opening: { title: '提出采购申请', by: [centre], basis },
  initial: 'asked',
  states: {
    asked: {
      title: '待批准',
      on: {
        approve: { title: '批准采购', to: 'ordered', by: [manager], basis, notByWhoDid: [OPENING] },
        refuse: { title: '不批准', to: 'refused', by: [manager], basis, needsReason: true },
      },
    },
    ordered: {
      title: '待验收',
      on: {
        accept: {
          title: '验收和符合性检查',
          to: 'stocked',
          by: [centre],
          basis,
          input: fields({
            acceptedOn: date('验收日期'),
            accepted,
            batch: text('批号'),
            conformity: longText('符合性检查'),
          }),
          gates: [acceptedWithin.id],
        },
        reject: { title: '验收不合格，退货', to: 'rejected', by: [centre], basis, needsReason: true },
      },
    },
    stocked: { title: '已入库', final: 'completed', on: {} },
    rejected: { title: '已退货', final: 'refused', on: {} },
    refused: { title: '不批准', final: 'refused', on: {} },
  },
  limits: {},
})

const issued = measure('领用数量', '按计量单位')

/** 领用记录 */
export const issues = defineRegister({
  id: 'issues',
  title: '试剂耗材领用台账',
  basis,
  fields: fields({
    number: text('领用编号'),
    substance: reference('物品', substances.id),
    issued,
    issuedOn: date('领用日期'),
    to: text('领用人编号'),
    use: text('用途'),
  }),
  key: ['number'],
  access: { read: readers, write: [centre] },
})

const received = measure('已入库', '按计量单位')
const issuedBefore = measure('已领用', '按计量单位')

/** No more goes out than came in. */
export const inStock = defineRule({
  id: 'in-stock',
  title: '库存',
  basis,
  inputs: { issued, received, issuedBefore },
  parameters: {},
  decide: (input) => {
    const stock = differenceOf(input.received, input.issuedBefore)
    return {
      isMet: compareDecimals(input.issued, '0') > 0 && isAtMost(input.issued, stock),
      wanted: `大于0，不多于库存${stock}`,
      found: input.issued,
    }
  },
})

const substanceFound = listOf(
  '物品',
  fields({ kind, certificateUntil: date('标准物质证书有效期至').optional() }),
)

/** A standard substance is used only while its certificate is in force. */
export const certificateValid = defineRule({
  id: 'certificate-valid',
  title: '标准物质证书有效',
  basis,
  inputs: { substanceFound, [TODAY]: date('今天') },
  parameters: {},
  decide: ({ substanceFound: [one], today }) => {
    const wanted = '物品在一览表中，标准物质证书没有过期'
    if (one === undefined) return { isMet: false, wanted, found: '一览表中没有' }
    const isValid = one.kind !== 'standard' || (one.certificateUntil ?? '') >= today
    return { isMet: isValid, wanted, found: isValid ? '符合' : `证书${one.certificateUntil ?? ''}到期` }
  },
})

export const issuing = defineProcedure({
  id: 'issuing',
  title: '试剂耗材领用',
  basis,
  ...validity,
  register: issues.id,
  subject: issues.fields,
  access: { read: readers },
  lookups: {
    received: {
      title: '已入库',
      register: purchases.id,
      where: { substance: 'substance' },
      states: ['stocked'],
      gives: { kind: 'sum', field: 'accepted' },
    },
    issuedBefore: {
      title: '已领用',
      register: issues.id,
      where: { substance: 'substance' },
      states: ['issued'],
      gives: { kind: 'sum', field: 'issued' },
    },
    substanceFound: {
      title: '物品',
      register: substances.id,
      where: { number: 'substance' },
      gives: { kind: 'records', fields: ['kind', 'certificateUntil'] },
    },
  },
  opening: { title: '领用', by: [centre], basis, gates: [inStock.id, certificateValid.id] },
  initial: 'issued',
  states: {
    issued: {
      title: '已领用',
      final: 'completed',
      on: { void: { title: '冲销', to: 'voided', by: [manager], basis, needsReason: true } },
    },
    voided: { title: '已冲销', final: 'withdrawn', on: {} },
  },
  limits: {},
})

type Held = Pick<StocktakeRecord, 'state' | 'data'>

/** What there is of a substance: accepted less issued. */
export function stockOf(substance: string, bought: readonly Held[], used: readonly Held[]): Decimal {
  const sum = (records: readonly Held[], state: string, field: string) =>
    sumOf(
      records
        .filter((one) => one.state === state && one.data['substance'] === substance)
        .map(({ data }) => String(data[field] ?? '0')),
    )
  return differenceOf(sum(bought, 'stocked', 'accepted'), sum(used, 'issued', 'issued'))
}

export const stock = defineStocktake({
  id: 'stock',
  title: '试剂和标准物质库存',
  basis,
  register: substances.id,
  beside: [purchases.id, issues.id],
  count(records, { today }, beside = {}) {
    if (records.length === 0) return { says: '一览表还是空的。', isMet: null, findings: [] }
    const isLapsed = ({ data }: Held) =>
      data['kind'] === 'standard' && String(data['certificateUntil'] ?? '') < today
    const lapsed = records.filter(isLapsed)
    return {
      says: `试剂、标准物质和耗材${records.length}种，标准物质证书过期的${lapsed.length}种。`,
      isMet: lapsed.length === 0,
      findings: records.map((one) => {
        const number = String(one.data['number'])
        const left = stockOf(number, beside[purchases.id] ?? [], beside[issues.id] ?? [])
        return {
          name: `${number} ${String(one.data['name'])}`,
          message: `库存${left}${String(one.data['unit'])}${isLapsed(one) ? '，标准物质证书已过期' : ''}。`,
        }
      }),
    }
  },
})

/** 标准物质期间核查 */
export const standardChecks = defineRegister({
  id: 'standard-checks',
  title: '标准物质期间核查台账',
  basis,
  fields: fields({
    number: text('核查编号'),
    substance: reference('标准物质', substances.id),
    checkedOn: date('核查日期'),
    isFit: yesNo('符合要求'),
    finding: longText('核查情况'),
  }),
  key: ['number'],
  access: { read: readers, write: [centre] },
  open: [gap('标准物质多长时间核查一次没有写明', basis)],
})
