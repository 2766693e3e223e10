import {
  choice,
  count,
  date,
  defineProcedure,
  defineRegister,
  defineRule,
  fields,
  listOf,
  type Procedure,
  type Programme,
  type Register,
  type Rule,
  readParameterValue,
  text,
  writtenFormText,
} from '@luoshi/kernel'
import { clerk, readers } from './access.ts'
import { basis } from './laws.ts'
import { validity } from './validity.ts'

const by = [clerk]

const own = {
  from: date('执行日期'),
  value: text('值', { help: '几个值之间用顿号隔开' }),
  document: text('依据文件', { help: '文号，或文件名称' }),
  article: text('条款', { help: '没有登在公报上的，写第几条' }).optional(),
  firstLine: count('公报起始行', '行').optional(),
  lastLine: count('公报结束行', '行').optional(),
}

/**
 * Values that the county sets for what a notice leaves open or lets it change, each from a day on and with its clause.
 *
 * @param parameters the parameters that there are, `programme/parameter` → title
 */
export function parameterRegister(parameters: Readonly<Record<string, string>>): Register {
  return defineRegister({
    id: 'parameter-values',
    title: '参数台账',
    basis: basis.powers,
    fields: fields({ parameter: choice('参数', parameters), ...own }),
    key: ['parameter', 'from'],
    access: { read: readers, write: by },
  })
}

/** A value. Another one is another record, from its own day on; one set by mistake is withdrawn. */
export function parameterProcedure(values: Register): Procedure {
  return defineProcedure({
    id: values.id,
    title: '参数值',
    basis: basis.powers,
    ...validity,
    register: values.id,
    subject: values.fields,
    access: { read: readers },
    lookups: {
      valuesOfDay: {
        title: '同日执行的值',
        register: values.id,
        where: { parameter: 'parameter', from: 'from' },
        states: ['set'],
        gives: { kind: 'records', fields: ['value'] },
      },
    },
    opening: {
      title: '设定参数',
      by,
      basis: basis.powers,
      gates: ['parameter-clause', 'parameter-fits', 'parameter-once', 'sign-in-figure-usable'],
    },
    initial: 'set',
    states: {
      set: {
        title: '已设定',
        rests: true,
        on: { withdraw: { title: '撤销', to: 'withdrawn', by, basis: basis.powers, needsReason: true } },
      },
      withdrawn: { title: '已撤销', final: 'withdrawn', on: {} },
    },
    limits: {},
  })
}

const parameterClause = defineRule({
  id: 'parameter-clause',
  title: '参数写明条款',
  basis: basis.powers,
  inputs: { article: own.article, firstLine: own.firstLine, lastLine: own.lastLine },
  parameters: {},
  decide({ article, firstLine = 0, lastLine = firstLine }) {
    const areLines = firstLine > 0 && lastLine >= firstLine
    return {
      isMet: article !== undefined || areLines,
      wanted: '写明依据文件的条款，或者公报中的起止行',
      found: article ?? (areLines ? `第${firstLine}行起` : '没有写明'),
    }
  },
})

const parameterOnce = defineRule({
  id: 'parameter-once',
  title: '同日只有一个值',
  basis: basis.powers,
  inputs: { valuesOfDay: listOf('同日执行的值', fields({ value: text('值') })) },
  parameters: {},
  decide: ({ valuesOfDay: [other] }) => ({
    isMet: other === undefined,
    wanted: '同一参数在同一执行日期只有一个值',
    found: other === undefined ? '没有别的值' : `已设定为“${other.value}”，应先撤销`,
  }),
})

/** A programme by what it lets a county set. */
type ProgrammeParameters = Pick<Programme, 'id' | 'parameters'>

/** A value must be of the kind that the rules of its programme reckon with. */
function parameterFits(programmes: readonly ProgrammeParameters[]): Rule {
  const known = new Map<string, Programme['parameters'][number]>(
    programmes.flatMap(({ id, parameters }) =>
      parameters.map((parameter) => [`${id}/${parameter.id}`, parameter]),
    ),
  )
  return defineRule({
    id: 'parameter-fits',
    title: '参数值合于参数',
    basis: basis.powers,
    inputs: { parameter: text('参数'), value: own.value },
    parameters: {},
    decide({ parameter, value }) {
      const found = known.get(parameter)
      if (found === undefined) return { missing: `参数“${parameter}”` }
      return {
        isMet: readParameterValue(found, value) !== null,
        wanted: `“${found.title}”的值是${writtenFormText(found)}`,
        found: `“${value}”`,
      }
    },
  })
}

/** The rules of the register, for the parameters of these programmes. */
export function parameterRules(programmes: readonly ProgrammeParameters[]): readonly Rule[] {
  return [parameterClause, parameterFits(programmes), parameterOnce]
}
