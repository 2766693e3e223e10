import { defineProgramme, type Programme } from '@luoshi/kernel'
import { calendarDays, calendarProcedure, dayOnce } from './calendar-days.ts'
import { basis } from './laws.ts'
import { listVersionProcedure, listVersionRegister, listVersionRules } from './list-versions.ts'
import { officerNumberNew, officerProcedure, officers } from './officers.ts'
import { parameterProcedure, parameterRegister, parameterRules } from './parameter-values.ts'
import { postProcedure, postRules, postsRegister } from './posts.ts'
import { signInFigureUsable, signInParameters } from './sign-in-parameters.ts'
import { unitCodeNew, unitKnown, unitProcedure, units } from './units.ts'
import { validity } from './validity.ts'

const id = 'administration'
const title = '机构、人员和参数管理'
const roles = {
  administrator: { title: '系统管理员', basis: basis.systemManagement },
  clerk: { title: '参数经办人', basis: basis.powers },
  'list-publisher': { title: '清单公布人', basis: basis.powers },
  auditor: { title: '审计管理员', basis: basis.auditManagement },
}

/** Who acts in a county, with which parameters and on which days: what the given programmes rest on. */
export function administrationOf(programmes: readonly Programme[]): Programme {
  const posts = postsRegister(titlesOf([{ id, title, roles }, ...programmes], (programme) => programme.roles))
  const parameters = Object.values(signInParameters)
  const own = { id, title, parameters }
  const values = parameterRegister(
    titlesOf([own, ...programmes], ({ parameters }) =>
      Object.fromEntries(parameters.map((parameter) => [parameter.id, parameter])),
    ),
  )
  // Where there are no lists there is nothing to publish.
  const lists = programmes.some(({ catalogues = [] }) => catalogues.length > 0)
    ? [listVersionRegister(programmes)]
    : []
  return defineProgramme({
    id,
    title,
    basis: basis.powers,
    ...validity,
    roles,
    registers: [units, officers, posts, values, calendarDays, ...lists],
    procedures: [
      unitProcedure,
      officerProcedure,
      postProcedure(posts),
      parameterProcedure(values),
      calendarProcedure,
      ...lists.map(listVersionProcedure),
    ],
    rules: [
      unitCodeNew,
      unitKnown,
      officerNumberNew,
      ...postRules,
      ...parameterRules([own, ...programmes]),
      signInFigureUsable,
      dayOnce,
      ...(lists.length > 0 ? listVersionRules(programmes) : []),
    ],
    parameters,
    papers: [],
    open: [],
  })
}

/** `programme/thing` → both titles. */
function titlesOf<From extends { readonly id: string; readonly title: string }>(
  programmes: readonly From[],
  thingsOf: (programme: From) => Readonly<Record<string, { readonly title: string }>>,
): Readonly<Record<string, string>> {
  const pairs = programmes.flatMap((programme) =>
    Object.entries(thingsOf(programme)).map(([name, thing]) => [
      `${programme.id}/${name}`,
      `${programme.title}：${thing.title}`,
    ]),
  )
  return Object.fromEntries(pairs)
}
