import { z } from 'zod'

/** What an editor may answer to a finding. */
export const answerKinds = {
  accepted: '采纳',
  corrected: '已更正',
  dismissed: '不采纳',
} as const

/** An answer to a finding; what is not accepted says why. */
export const answerSchema = z
  .object({
    answer: z.enum(['accepted', 'corrected', 'dismissed']),
    note: z.string().trim().max(500).default(''),
  })
  .refine(({ answer, note }) => answer !== 'dismissed' || note !== '', {
    message: '不采纳校核意见，应写明理由。',
    path: ['note'],
  })

/** 不采纳：原件如此; null where nothing was answered. */
export function answerWords(answer: unknown): string | null {
  const given = answerSchema.safeParse(answer)
  if (!given.success) return null
  const { answer: kind, note } = given.data
  return note === '' ? answerKinds[kind] : `${answerKinds[kind]}：${note}`
}
