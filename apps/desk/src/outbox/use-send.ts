import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { Refusal } from '../api/call.ts'
import { newKey } from '../api/new-key.ts'
import { useCounty, useSession } from '../api/session-context.ts'
import { deliver } from './deliver.ts'
import type { Letter, LetterDraft } from './letter.ts'

/** Where a form goes, and what it is called. */
export type Addressed = Pick<Letter, 'title' | 'path' | 'version' | 'screen' | 'case'> &
  Partial<Pick<Letter, 'follows' | 'opens'>>

/** What is filled in. */
export interface Filled {
  readonly body: Letter['body']
  readonly draft: LetterDraft
}

/** What is looked at anew when something was done. */
const CHANGED = ['cases', 'my-day', 'programmes', 'case'] as const

/**
 * Sends a form once however often it is tried; without a network it waits on the device.
 *
 * @param takenUp id of the letter whose form is filled in anew, for which others wait
 */
export function useSend<Answer>(addressed: Addressed, takenUp: string | null = null) {
  const { officer } = useSession()
  const county = useCounty()
  const queries = useQueryClient()
  const key = useRef(takenUp ?? newKey())
  return useMutation({
    mutationFn: (filled: Filled) =>
      deliver<Answer>({
        follows: null,
        opens: null,
        ...addressed,
        ...filled,
        id: key.current,
        officer: officer.id,
        written: new Date().toISOString(),
      }),
    onSuccess: () => {
      key.current = newKey()
      for (const name of CHANGED) void queries.invalidateQueries({ queryKey: [name, county] })
    },
    // What is tried again after a refusal is another request: the first was answered.
    onError: (error) => {
      if (error instanceof Refusal && !error.isWithoutAnswer && takenUp === null) key.current = newKey()
    },
  })
}
