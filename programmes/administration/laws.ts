import { law } from '@luoshi/kernel'

/** On what the administration of a county rests: no notice orders it, laws and a standard do. */
export const basis = {
  /** 县级以上的地方各级人民政府的职权 */
  powers: law('地方各级人民代表大会和地方各级人民政府组织法', '第七十三条'),
  /** 设立必要的工作部门 */
  departments: law('地方各级人民代表大会和地方各级人民政府组织法', '第七十九条'),
  /** 访问控制：分配账户和权限 */
  accessControl: law('GB/T 22239-2019', '8.1.4.2'),
  /** 系统管理 */
  systemManagement: law('GB/T 22239-2019', '8.1.5.1'),
  /** 审计管理 */
  auditManagement: law('GB/T 22239-2019', '8.1.5.2'),
  /** 期限以工作日计算，不含法定节假日 */
  workingDays: law('行政许可法', '第八十二条'),
}
