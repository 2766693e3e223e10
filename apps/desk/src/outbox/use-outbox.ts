import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { isWithinReach } from '../api/reach.ts'
import { useSession } from '../api/session-context.ts'
import { deliverWaiting, lettersOf } from './deliver.ts'
import type { KeptLetter, Letter } from './letter.ts'
import { onOutbox } from './outbox-view.ts'

/** How often letters that wait are tried. Milliseconds. */
const TRY_AGAIN = 15_000

/** What of this officer is on the device, as it is now. */
export function useLetters(): readonly KeptLetter[] {
  const { officer } = useSession()
  const [letters, setLetters] = useState<readonly KeptLetter[]>([])
  useEffect(() => {
    const look = () => void lettersOf(officer.id).then(setLetters)
    look()
    return onOutbox(look)
  }, [officer.id])
  return letters
}

/** One letter of this officer; null where the device has it no more, undefined until that is known. */
export function useLetter(id: string): KeptLetter | null | undefined {
  const { officer } = useSession()
  const [letter, setLetter] = useState<KeptLetter | null>()
  useEffect(() => {
    const keep = (letters: readonly KeptLetter[]) => setLetter(letters.find((one) => one.id === id) ?? null)
    const look = () => void lettersOf(officer.id).then(keep)
    look()
    return onOutbox(look)
  }, [officer.id, id])
  return letter
}

/** Looks for the network at once, when the device has one again, and from time to time, and sends what waits. */
export function useDelivery(isWaiting: boolean) {
  const { officer } = useSession()
  const queries = useQueryClient()
  const [arrived, setArrived] = useState<readonly Letter[]>([])
  const send = useCallback(async () => {
    const wasAway = !isWithinReach()
    const now = await deliverWaiting(officer.id)
    if (now.length === 0 && !(wasAway && isWithinReach())) return
    setArrived((before) => [...before, ...now])
    await queries.invalidateQueries()
  }, [officer.id, queries])
  useEffect(() => {
    if (!isWaiting) return
    const onSight = () => document.visibilityState === 'visible' && void send()
    const timer = setInterval(onSight, TRY_AGAIN)
    void send()
    addEventListener('online', send)
    document.addEventListener('visibilitychange', onSight)
    return () => {
      clearInterval(timer)
      removeEventListener('online', send)
      document.removeEventListener('visibilitychange', onSight)
    }
  }, [isWaiting, send])
  return { arrived, send, forget: () => setArrived([]) }
}
