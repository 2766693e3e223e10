import { listOf, type Operation, ref, WORKBOOK } from './operation.ts'

const county = '/api/v1/{county}'

/** What a county carries out, what waits for an officer, who is there. */
export const countyOperations: readonly Operation[] = [
  {
    method: 'get',
    path: `${county}/programmes`,
    id: 'listProgrammes',
    summary: '列出各项制度及其流程，自己能看什么、能开始办理什么',
    tag: '制度',
    answers: { status: 200, schema: listOf('ProgrammeSummary') },
  },
  {
    method: 'get',
    path: `${county}/programmes/{programme}`,
    id: 'readProgramme',
    summary: '一项制度的全部定义：角色、台账、流程、规则、参数、文书',
    tag: '制度',
    answers: { status: 200, schema: { type: 'object' } },
  },
  {
    method: 'get',
    path: `${county}/my-day`,
    id: 'readMyDay',
    summary: '今天等自己办理的',
    tag: '我的一天',
    answers: { status: 200, schema: ref('MyDayView') },
  },
  {
    method: 'get',
    path: `${county}/reports`,
    id: 'listReports',
    summary: '应报和收到的报送，前两个月到后一个月',
    tag: '我的一天',
    answers: { status: 200, schema: ref('ReportsView') },
  },
  {
    method: 'get',
    path: `${county}/reports.xlsx`,
    id: 'exportReportSummary',
    summary: '一次报送的汇总表',
    tag: '我的一天',
    query: [
      { name: 'programme', description: '制度', schema: { type: 'string' } },
      { name: 'report', description: '报送', schema: { type: 'string' } },
      { name: 'order', description: '公报要求的报送事项编号', schema: { type: 'string' } },
      { name: 'turn', description: '报送日', schema: { type: 'string', format: 'date' } },
    ],
    answers: { status: 200, schema: WORKBOOK },
  },
  {
    method: 'get',
    path: `${county}/programmes/{programme}/indicators`,
    id: 'readIndicators',
    summary: '一项制度的指标、目标和数据',
    tag: '制度',
    query: [{ name: 'year', description: '年度，如2026', schema: { type: 'string' } }],
    answers: { status: 200, schema: ref('IndicatorsView') },
  },
  {
    method: 'get',
    path: `${county}/programmes/{programme}/procedures/{procedure}/calendar.ics`,
    id: 'readCalendar',
    summary: '到期日历（iCalendar），供日历程序订阅',
    tag: '我的一天',
    query: [{ name: 'unit', description: '只要这个机构的', schema: { type: 'string' } }],
    answers: { status: 200, schema: 'text/calendar' },
  },
  {
    method: 'get',
    path: `${county}/find`,
    id: 'find',
    summary: '按词语查找办件、机构、文件',
    tag: '我的一天',
    query: [{ name: 'q', description: '词语', schema: { type: 'string', maxLength: 100 } }],
    answers: { status: 200, schema: listOf('FoundView') },
  },
  {
    method: 'get',
    path: `${county}/units`,
    id: 'listUnits',
    summary: '列出现有机构',
    tag: '我的一天',
    answers: { status: 200, schema: listOf('UnitView') },
  },
]
