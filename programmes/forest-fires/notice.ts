import { instrument, may } from '@luoshi/kernel'

/** 五台县森林草原火灾应急预案. */
export const notice = instrument('wutai', '五政办发〔2022〕65号')

/** From when on what is defined holds: the plan is in force from the day on which it was issued. */
export const validity = { version: 1, validFrom: '2022-12-29', validTo: null } as const

/** 县防火办, the office of the county's headquarters: takes in, proposes, reports up. */
export const office = may('office', 'county')
/** 总指挥长, or a deputy whom he has authorised: starts the plan and ends it. */
export const commander = may('county-leader', 'county')
/** 现场灭火指挥部: leads at the fire. */
export const field = may('field-command', 'county')
export const emergency = may('emergency', 'county')
export const media = may('media', 'county')
export const township = may('township', 'unit')
export const village = may('village', 'unit')

export const readers = [office, commander, field, emergency, media, may('township', 'unit'), village]
