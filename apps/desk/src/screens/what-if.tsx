import type { WhatIfBody, WhatIfOptionsView, WhatIfView } from '@luoshi/client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type ProcedureKey } from '../api/addresses.ts'
import { call } from '../api/call.ts'
import { useProgrammes } from '../api/queries.ts'
import { useCounty } from '../api/session-context.ts'
import { InputField, SelectField } from '../form/form-field.tsx'
import { Clause } from '../parts/clause.tsx'
import { Crumbs, stepsTo } from '../parts/crumbs.tsx'
import { ProblemBox } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Empty, Waiting } from '../parts/waiting.tsx'
import { WhatIfResult } from '../what-if/what-if-result.tsx'
import { NotHere } from './not-here.tsx'
import '../styles/list.css'

/** What if the county set other values: a rule over all cases that one may read, before and after; nothing is changed. */
export function WhatIf(key: ProcedureKey) {
  const county = useCounty()
  const { data: programmes } = useProgrammes()
  const programme = programmes?.find(({ id }) => id === key.programme)
  const procedure = programme?.procedures.find(({ id }) => id === key.procedure)
  useTitle('试算')
  const address = `${api.procedure(county, key)}/what-if`
  const { data: options, error } = useQuery({
    queryKey: ['what-if', county, key.programme, key.procedure],
    queryFn: () => call<WhatIfOptionsView>(address),
  })
  if (error) return <ProblemBox error={error} />
  if (programmes === undefined || options === undefined) return <Waiting />
  if (programme === undefined || procedure === undefined) return <NotHere />
  return (
    <>
      <Crumbs steps={stepsTo(key, programme, procedure)} />
      <h1>试算</h1>
      {options.rules.length === 0 || options.figures.length === 0 ? (
        <div className="card">
          <Empty>“{procedure.title}”没有只凭办件自己的内容就能判定、又有数可算的规则，不能试算。</Empty>
        </div>
      ) : (
        <Trial {...{ options, address }} procedureKey={key} />
      )}
    </>
  )
}

interface TrialProps {
  readonly options: WhatIfOptionsView
  readonly address: string
  readonly procedureKey: ProcedureKey
}

function Trial({ options, address, procedureKey }: TrialProps) {
  const [rule, setRule] = useState(options.rules[0]?.id ?? '')
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [figure, setFigure] = useState(
    options.figures.find(({ isMoney }) => isMoney)?.id ?? options.figures[0]?.id ?? '',
  )
  const [rate, setRate] = useState('')
  const [state, setState] = useState('')
  const [from, setFrom] = useState('')
  const chosen = options.rules.find(({ id }) => id === rule)
  const used = new Set([...(chosen?.parameters ?? []), ...(rate === '' ? [] : [rate])])
  const parameters = options.parameters.filter(({ id }) => used.has(id))
  const isMoney = options.figures.find(({ id }) => id === figure)?.isMoney === true
  const ask = useMutation({
    mutationFn: () =>
      call<WhatIfView>(address, {
        method: 'POST',
        body: {
          rule,
          values: parameters.flatMap(({ id, from: since }) => {
            const value = values[id]?.trim() ?? ''
            // Without a day of its own it stands in place of the value in force.
            return value === '' ? [] : [{ parameter: id, from: from || since || options.on, value }]
          }),
          worth: rate === '' ? { amount: figure } : { quantity: figure, rate },
          ...(state === '' ? {} : { states: [state] }),
        } satisfies WhatIfBody,
      }),
  })
  return (
    <>
      <form
        className="card form-page"
        onSubmit={(event) => {
          event.preventDefault()
          ask.mutate()
        }}
      >
        <p className="secondary">
          按现行的值和下面另填的值各判一遍，比较件数和金额。试算不改动任何办件和参数。
        </p>
        <ProblemBox error={ask.error} title="没有算成" />
        <div className="fields">
          <SelectField
            label="规则"
            value={rule}
            change={setRule}
            offered={options.rules}
            help={chosen !== undefined && <Clause clause={chosen.clause} />}
          />
          <SelectField
            label="金额或数量"
            value={figure}
            change={(id) => {
              setFigure(id)
              setRate('')
            }}
            offered={options.figures}
          />
          <SelectField
            label="标准"
            value={rate}
            change={setRate}
            offered={[
              { id: '', title: isMoney ? '不乘，这一项就是金额' : '不乘，只比较数量' },
              ...options.parameters.filter((parameter) => parameter.isRate && !isMoney),
            ]}
          />
          <SelectField
            label="范围"
            value={state}
            change={setState}
            offered={[{ id: '', title: '全部环节' }, ...options.states]}
          />
          {parameters.map(({ id, title, unit, value, from: since }) => (
            <InputField
              key={id}
              label={unit === '' ? title : `${title}（${unit}）`}
              value={values[id] ?? ''}
              change={(given) => setValues({ ...values, [id]: given })}
              help={`${value === null ? '现在还没有值' : `现行${value}${unit}，自${since}起`}；不填的照现行的值。`}
            />
          ))}
          {parameters.length > 0 && (
            <InputField
              label="自何日起"
              type="date"
              value={from}
              change={setFrom}
              help="不填的，当作一直是另填的值；填了的，只从这一天起。"
            />
          )}
        </div>
        <div className="form-actions">
          <button type="submit" className="button main" disabled={ask.isPending}>
            {ask.isPending ? '正在算' : '试算'}
          </button>
        </div>
      </form>
      {ask.data !== undefined && (
        <WhatIfResult view={ask.data} procedureKey={procedureKey} isMoney={isMoney || rate !== ''} />
      )}
    </>
  )
}
