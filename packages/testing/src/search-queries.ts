/** Queries of one kind. */
export interface SearchQueries {
  readonly kind: string
  readonly queries: readonly string[]
}

/** Sixty queries over the real gazettes: words as clerks type them, drawn over all frequencies. */
export const searchQueries: readonly SearchQueries[] = [
  {
    kind: 'two characters',
    queries:
      '工作 单位 建设 服务 发展 管理 加强 农村 相关 有关 实现 政策 促进 监测 土地 校外 导向 思路 特定 权利'.split(
        ' ',
      ),
  },
  {
    kind: 'four characters',
    queries: (
      '人民政府 行政审批 责任单位 农业农村 行政处罚 消防救援 贯彻落实 城乡建设 项目建设 事项清单 ' +
      '县直各局 组织开展 补助资金 资金使用 行政机关 农村地区 项目性质 清理工作 事项动态 其他部门'
    ).split(' '),
  },
  {
    kind: 'document numbers',
    queries: (
      '晋残联〔2022〕43号 五政办发〔2022〕49号 晋政办发〔2021〕40号 国发〔2016〕72号 人社部发〔2019〕84号 ' +
      '晋政办发〔2020〕115号 晋政办发〔2022〕14号 晋纪办〔2023〕12号 晋政办发〔2020〕99号 国办发〔2022〕2号'
    ).split(' '),
  },
  {
    kind: 'several words',
    queries: [
      '主项 依据',
      '落实 主体',
      '改革 执行',
      '推进 关于',
      '目标 获得',
      '社局 培养',
      '权力 报告',
      '塑料 配合 风险',
      '工作 清洁 同意',
      '由乡 房屋 活动',
    ],
  },
]
