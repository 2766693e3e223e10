import { date, defineImportSource, fields, personalText, phone, reference, text } from '@luoshi/kernel'
import { claim } from './claim.ts'
import { notice } from './notice.ts'
import { workRecords } from './registers.ts'

const { season } = workRecords.fields.shape

/** What the monitoring platform lists: a row for each plot worked, completed from the registers. */
export const monitoringExport = defineImportSource({
  id: 'monitoring-export',
  title: '监测平台导出表',
  basis: notice.lines(1873),
  procedure: claim.id,
  help: '监测平台导出的XLSX或CSV，要带表头：序号、终端编号、地块编号、作业时间、达标面积、平均深度、作业机手、机手联系方式',
  accepts: ['table'],
  asks: fields({ season }),
  needs: {
    operators: { register: 'operators', field: 'terminal' },
    plots: { register: 'plots', field: 'number' },
  },
})

/** What a terminal sent: the positions of one machine on one plot, from which the area is computed. */
export const terminalTrack = defineImportSource({
  id: 'terminal-track',
  title: '终端轨迹',
  basis: notice.lines(1873),
  procedure: claim.id,
  help: '一台机具在一个地块上的轨迹：XLSX或CSV要有时间、经度、纬度、深度四列，也可以是GeoJSON',
  accepts: ['table', 'geojson'],
  asks: fields({
    number: text('作业记录编号'),
    season,
    plot: reference('地块', 'plots'),
    operator: reference('作业主体', 'operators'),
    workedOn: date('作业时间'),
    driver: personalText('作业机手', 'name'),
    driverContact: phone('机手联系方式'),
    place: text('作业地点').optional(),
    exportRow: text('监测明细行号', { help: '监控系统导出的监测明细中的行号' }).optional(),
  }),
  needs: {
    operators: { register: 'operators', field: 'number' },
    plots: { register: 'plots', field: 'number' },
  },
})

export const importSources = [monitoringExport, terminalTrack]
