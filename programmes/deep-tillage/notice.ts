import { instrument } from '@luoshi/kernel'

/** 五寨县2022年农机深松整地作业补助项目实施方案: what this programme carries out. Lines are those of the gazette's file. */
export const notice = instrument('wuzhai', '五政办发〔2022〕29号')

/** The notice is for the year 2022: what it sets holds for all work of that year, also before its own date. */
export const SEASON_BEGINS = '2022-01-01'
