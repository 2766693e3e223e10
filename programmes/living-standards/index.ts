import { defineProgramme, gap } from '@luoshi/kernel'
import { arrears, monthsAgree, owedRule, paying, raised, roster } from './arrears.ts'
import { rounding } from './monthly.ts'
import { notice, standards, table, validity } from './standards.ts'

/** 五政办发〔2022〕36号: yearly standards of support in the countryside from a day on, by month, and what is owed for late months. */
export const livingStandards = defineProgramme({
  id: 'living-standards',
  title: '五寨县农村低保和特困人员救助供养标准',
  basis: notice.lines(2529, 2553),
  ...validity,
  roles: {
    township: { title: '乡（镇）人民政府', basis: notice.lines(2535) },
    bureau: { title: '县直主管部门', basis: notice.lines(2535) },
  },
  registers: [arrears],
  procedures: [paying],
  rules: [monthsAgree, raised],
  valueRules: [owedRule],
  parameters: [...Object.values(standards), rounding],
  papers: [roster],
  catalogues: [table],
  open: [
    gap('由哪个部门主管没有写明', notice.lines(2535)),
    gap('9月1日以前的标准和补发办法没有写明', notice.lines(2537)),
  ],
})
