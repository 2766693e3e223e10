import { choice, defineRule, text, yesNo } from '@luoshi/kernel'
import { notice } from './registers.ts'

/** A crime that is obvious on the spot goes to the police at once, without report and decision. */
export const obvious = defineRule({
  id: 'obvious-on-the-spot',
  title: '现场查获明显达到追诉标准',
  basis: notice.lines(917, 921),
  inputs: { isObvious: yesNo('现场查获，货值或者情节明显达到刑事追诉标准') },
  parameters: {},
  decide: ({ isObvious }) => ({
    isMet: isObvious,
    wanted: '现场查获的货值或者其他情节明显达到刑事追诉标准',
    found: isObvious ? '明显达到' : '没有明显达到，应先报告并决定',
  }),
})

/** Goods that do not keep are put on record before they are gone. */
export const perishableFixed = defineRule({
  id: 'perishable-fixed',
  title: '不易保管的物品固定证据',
  basis: notice.lines(943, 947),
  inputs: {
    isPerishable: yesNo('易腐烂、变质、灭失等不易保管'),
    keptAs: choice('保存方式', { kept: '原物保存', fixed: '已固定证据' }),
    list: text('物品清单编号').optional(),
    photo: text('照片或者其他证明文件').optional(),
  },
  parameters: {},
  decide: ({ isPerishable, keptAs, list, photo }) => {
    const missing = [
      ...(keptAs === 'fixed' ? [] : ['固定证据']),
      ...(list === undefined ? ['清单'] : []),
      ...(photo === undefined ? ['照片或者其他证明文件'] : []),
    ]
    return {
      isMet: !isPerishable || missing.length === 0,
      wanted: '不易保管的物品采取措施固定证据，制作清单、照片或其他证明文件',
      found: isPerishable
        ? missing.length === 0
          ? '三样齐全'
          : `缺${missing.join('、')}`
        : '不属于不易保管的物品',
    }
  },
})
