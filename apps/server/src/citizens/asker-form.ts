import {
  choice,
  creditCode,
  fields,
  type Issue,
  idNumber,
  issueOf,
  personalText,
  phone,
  validate,
  yesNo,
} from '@luoshi/kernel'
import { type Asker, serviceObjects } from '@luoshi/programmes/services'
import { type Filled, valuesOf } from './fields-form.ts'

/** Who asks, and in whose name. */
export const askerForm = fields({
  kind: choice('申请人类型', serviceObjects),
  applicant: personalText('申请人姓名或者单位名称', 'name'),
  idNumber: idNumber('公民身份号码', { help: '自然人填写' }).optional(),
  creditCode: creditCode('统一社会信用代码', { help: '单位填写' }).optional(),
  contact: phone('联系电话'),
  address: personalText('通讯地址', 'address', { help: '需要邮寄结果时填写' }).optional(),
  isProxy: yesNo('由代理人代办').optional(),
  agent: personalText('代理人姓名', 'name', { help: '代办时填写' }).optional(),
  agentContact: phone('代理人电话', { help: '代办时填写' }).optional(),
})

/** Name of the field in which a letter of authorisation is handed in. */
export const AUTHORISATION = 'authorisation'

/** Who asks, or everything that is wrong with what was said of them. */
export function readAsker(
  filled: Filled,
  hasAuthorisation: boolean,
):
  | { readonly kind: 'valid'; readonly asker: Asker }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] } {
  const checked = validate(askerForm, valuesOf(askerForm, filled))
  if (checked.kind === 'invalid') return checked
  const { isProxy, agent, agentContact, ...asker } = checked.value
  const needed = asker.kind === '1' ? 'idNumber' : 'creditCode'
  const missing = (name: string, label: string) => issueOf('field-missing', [name], { label, wanted: '文字' })
  const issues = [
    ...(asker[needed] === undefined
      ? [
          needed === 'idNumber'
            ? missing('idNumber', '公民身份号码')
            : missing('creditCode', '统一社会信用代码'),
        ]
      : []),
    ...(isProxy === true && agent === undefined ? [missing('agent', '代理人姓名')] : []),
    ...(isProxy === true && agentContact === undefined ? [missing('agentContact', '代理人电话')] : []),
    ...(isProxy === true && !hasAuthorisation ? [missing(AUTHORISATION, '授权委托书')] : []),
  ]
  if (issues.length > 0) return { kind: 'invalid', issues }
  const whole = {
    kind: asker.kind,
    applicant: asker.applicant,
    contact: asker.contact,
    ...(asker.idNumber === undefined || asker.kind !== '1' ? {} : { idNumber: asker.idNumber }),
    ...(asker.creditCode === undefined || asker.kind === '1' ? {} : { creditCode: asker.creditCode }),
    ...(asker.address === undefined ? {} : { address: asker.address }),
    ...(isProxy === true && agent !== undefined ? { agent } : {}),
    ...(isProxy === true && agentContact !== undefined ? { agentContact } : {}),
  }
  return { kind: 'valid', asker: whole }
}
