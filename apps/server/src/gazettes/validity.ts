import type { NoticeHead, StoredEffect } from '@luoshi/store'

/** Whether a document was in force on a day. */
export type Standing = 'in-force' | 'amended' | 'repealed' | 'ended' | 'not-yet' | 'unknown'

/** A standing in words, with a shape that tells it without colour. */
export const standingWords = {
  'in-force': { word: '有效', shape: '●' },
  amended: { word: '有效，已修改', shape: '◐' },
  repealed: { word: '已废止', shape: '■' },
  ended: { word: '已失效', shape: '■' },
  'not-yet': { word: '尚未施行', shape: '○' },
  unknown: { word: '不能判定', shape: '○' },
} as const satisfies Record<Standing, { word: string; shape: string }>

/** A verdict on a day: the standing, and what it rests on. */
export interface Validity {
  readonly on: string
  readonly standing: Standing
  /** A whole sentence. */
  readonly reason: string
  /** What says so; null where nothing does. */
  readonly effect: StoredEffect | null
}

/** What an editor entered of a document's term; it comes before what was read. */
export interface EnteredTerm {
  readonly from: string
  readonly until: string | null
  readonly repealedOn: string | null
  readonly note: string
}

type Dated = Pick<NoticeHead, 'issuedOn'>

/** Whether a document was in force on a day: by its own term, by what repealed it, by what the editor entered. */
export function validityOn(
  { issuedOn }: Dated,
  effects: readonly StoredEffect[],
  on: string,
  entered: EnteredTerm | null = null,
): Validity {
  const verdict = (standing: Standing, reason: string, effect: StoredEffect | null = null): Validity => ({
    on,
    standing,
    reason,
    effect,
  })
  const begin = entered?.from ?? effects.find(({ kind }) => kind === 'begins')?.onDay ?? issuedOn
  if (begin === null) return verdict('unknown', '原文没有成文日期，施行日期不能判定。')
  if (on < begin) return verdict('not-yet', `自${begin}起施行。`)
  if (entered?.repealedOn != null && entered.repealedOn <= on) {
    return verdict('repealed', `${entered.repealedOn}废止。${entered.note}`)
  }
  const repeal = effects.find(({ kind, onDay }) => kind === 'repeals' && onDay !== null && onDay <= on)
  if (repeal !== undefined) {
    return verdict('repealed', `${repeal.onDay}由${repeal.by.docNumber ?? repeal.by.title}废止。`, repeal)
  }
  if (entered !== null) {
    if (entered.until !== null && entered.until < on) return verdict('ended', `有效期至${entered.until}。`)
    return verdict('in-force', entered.until === null ? '登记为有效。' : `有效期至${entered.until}。`)
  }
  const end = effects.find(({ kind }) => kind === 'ends')
  if (end?.onDay != null && end.onDay < on) return verdict('ended', `有效期至${end.onDay}。`, end)
  const amendment = effects.find(({ kind, onDay }) => kind === 'amends' && onDay !== null && onDay <= on)
  if (amendment !== undefined) {
    return verdict(
      'amended',
      `${amendment.onDay}由${amendment.by.docNumber ?? amendment.by.title}修改。`,
      amendment,
    )
  }
  if (end !== undefined) return verdict('in-force', `有效期至${end.onDay}。`, end)
  const open = effects.find(({ kind }) => kind === 'open-ended')
  if (open !== undefined) return verdict('in-force', `原文没有写明到期日：${open.says}。`, open)
  return verdict('in-force', '没有查到废止它的文件，原文没有写有效期。')
}
