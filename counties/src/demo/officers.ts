/** Someone in whose place a visitor of the demo county can look around. */
export interface DemoOfficer {
  /** Letters; the number in the register of officers too. */
  readonly username: string
  readonly name: string
  readonly position: string
  /** Canonical name of the unit. */
  readonly unit: string
  /** What one sees in this place, in one sentence. */
  readonly says: string
  /**
   * Ids of the roles that the officer holds, in whichever programme has them. `*` are all that no other officer of the
   * demo county holds.
   */
  readonly roles: readonly string[]
}

/** Officers of 清源县, one for each way to work with the system. All are made up, as is the county. */
export const demoOfficers: readonly DemoOfficer[] = [
  {
    username: 'clerk',
    name: '钱立言',
    position: '县政府办经办人',
    unit: '县人民政府办公室',
    says: '分解文件、交办督办、管参数和日历。',
    roles: [
      'clerk',
      'office',
      'county-office',
      'group-office',
      'supervision-clerk',
      'assessment-office',
      'committee',
      'disclosure-office',
      'environment-office',
      'headquarters',
      'reform-office',
      'review-office',
      'river-office',
    ],
  },
  {
    username: 'department',
    name: '孙秋禾',
    position: '县直部门经办人',
    unit: '县农业机械发展中心',
    says: '受理和审核本部门的事项，填报进度。',
    roles: ['*', 'handler'],
  },
  {
    username: 'township',
    name: '李望月',
    position: '乡镇经办人',
    unit: '龙泉镇人民政府',
    says: '在乡镇登记、核实和公示，代村里和农户填写。',
    roles: ['township', 'township-group', 'village', 'operator', 'handler', 'window'],
  },
  {
    username: 'window',
    name: '周知行',
    position: '政务大厅窗口人员',
    unit: '县政务服务中心',
    says: '在窗口收件、补正、发证。',
    roles: ['approval-bureau', 'counter', 'partner', 'window'],
  },
  {
    username: 'officer',
    name: '吴明察',
    position: '执法和验收人员',
    unit: '县市场监督管理局',
    says: '到现场检查、抽查和验收。',
    roles: [
      'officer',
      'acceptance-group',
      'brigade',
      'examiner',
      'gas-authority',
      'supervisor',
      'traffic-police',
      'forestry',
      'quality-manager',
    ],
  },
  {
    username: 'examiner',
    name: '许知微',
    position: '审查人员',
    unit: '县行政审批服务管理局',
    says: '审查申请、到现场核查、组织检验和专家评审。',
    roles: ['examiner'],
  },
  {
    username: 'approver',
    name: '沈允中',
    position: '审批人员',
    unit: '县行政审批服务管理局',
    says: '审查和决定政务服务办件。',
    roles: ['examiner', 'decider'],
  },
  {
    username: 'township-officer',
    name: '田守业',
    position: '乡镇执法人员',
    unit: '龙泉镇人民政府',
    says: '用手机现场立案、取证、签名和当场处罚，没有网络也能办。',
    roles: ['officer'],
  },
  {
    username: 'township-head',
    name: '方秉公',
    position: '乡镇执法负责人',
    unit: '龙泉镇人民政府',
    says: '批准乡镇的立案，作出处罚决定，批准结案。',
    roles: ['enforcement-head'],
  },
  {
    username: 'enforcement-head',
    name: '马持正',
    position: '执法机关负责人',
    unit: '县市场监督管理局',
    says: '批准立案和措施，作出处罚决定，批准结案。',
    roles: ['enforcement-head'],
  },
  {
    username: 'legal-reviewer',
    name: '沈慎行',
    position: '法制审核人员',
    unit: '县市场监督管理局',
    says: '主持听证，审核重大执法决定。',
    roles: ['legal-reviewer'],
  },
  {
    username: 'justice',
    name: '郑守衡',
    position: '县司法局审核人员',
    unit: '县司法局',
    says: '审核规范性文件和重大决定，监督执法。',
    roles: ['justice', 'overseer'],
  },
  {
    username: 'leader',
    name: '王清和',
    position: '县领导',
    unit: '县人民政府',
    says: '看全县的进度，批示和审批。',
    roles: [
      'county-leader',
      'government',
      'committee-head',
      'chief',
      'disclosure-head',
      'supervision-chief',
      'list-publisher',
    ],
  },
  {
    username: 'auditor',
    name: '冯审言',
    position: '审计管理员',
    unit: '县审计局',
    says: '只看不办：各项台账和办理记录。',
    roles: ['auditor'],
  },
  {
    username: 'administrator',
    name: '陈系安',
    position: '系统管理员',
    unit: '县政府信息中心',
    says: '登记机构、干部和岗位。',
    roles: ['administrator'],
  },
]
