import type { SessionView } from '@luoshi/client'
import { api } from '../api/addresses.ts'
import { call, Refusal, rememberCsrfToken, withoutAnswer } from '../api/call.ts'
import { isWithinReach } from '../api/reach.ts'
import { dropDeviceFiles, dropForgottenFiles, withFilesSent } from './device-files.ts'
import { allOf, dropFrom, putOn } from './device-store.ts'
import type { KeptLetter, Letter } from './letter.ts'
import { tellOutbox } from './outbox-view.ts'

/** What came of a letter: the server's answer, or that it waits on the device. */
export type Delivered<Answer> = { readonly kind: 'done'; readonly answer: Answer } | { readonly kind: 'kept' }

/** How long an answer is waited for before a letter is kept and tried again later. Milliseconds. */
const PATIENCE = 30_000

/** One sender at a time, in whichever window of the browser. */
const SENDING = 'luoshi-outbox'

/** Request was received and understood, and refused for good: status from which on. */
const REFUSED = 400

/** Answers that say: not now. */
const LATER: readonly number[] = [401, 429]

/**
 * Sends what was filled in; where there is no answer it is kept on the device and sent when the network is back, once.
 *
 * @throws Refusal what the server said against it
 */
export async function deliver<Answer>(letter: Letter): Promise<Delivered<Answer>> {
  try {
    if (!navigator.onLine) return await keep(letter)
    const answer = await send<Answer>(letter)
    await dropDeviceFiles(letter.body)
    return { kind: 'done', answer }
  } catch (error) {
    if (!(error instanceof Refusal && error.isWithoutAnswer)) throw error
    return keep(letter)
  }
}

/** Letters of an officer on this device, the oldest first. */
export async function lettersOf(officer: string): Promise<readonly KeptLetter[]> {
  const letters = (await allOf<KeptLetter>('letters')).filter((letter) => letter.officer === officer)
  return letters.toSorted((a, b) => (a.written < b.written ? -1 : 1))
}

/** Tries every letter that waits; what is refused stands back and holds up no other. Gives what arrived. */
export async function deliverWaiting(officer: string): Promise<readonly Letter[]> {
  const waiting = (await lettersOf(officer)).filter(({ refused }) => refused === null)
  if (!navigator.onLine || (waiting.length === 0 && isWithinReach())) return []
  await dropForgottenFiles()
  return alone(async () => {
    const arrived: Letter[] = []
    if (!(await isSignedInAs(officer))) return arrived
    for (const letter of await lettersOf(officer)) {
      if (letter.refused !== null) continue
      const outcome = await tryOnce(letter)
      if (outcome === 'later') break
      if (outcome === 'arrived') arrived.push(letter)
    }
    return arrived
  })
}

/** Lets a letter that was refused be tried once more. */
export async function tryAgain(letter: KeptLetter): Promise<void> {
  await putOn('letters', { ...letter, refused: null } satisfies KeptLetter)
  tellOutbox()
}

/** Takes a letter out of the outbox; its files go with it unless its form is taken up again. */
export async function giveUp(letter: KeptLetter, isTakenUp = false): Promise<void> {
  await dropFrom('letters', letter.id)
  if (!isTakenUp) await dropDeviceFiles(letter.body)
  tellOutbox()
}

async function keep(letter: Letter): Promise<{ readonly kind: 'kept' }> {
  try {
    await putOn('letters', { ...letter, refused: null } satisfies KeptLetter)
  } catch {
    throw new Refusal(
      withoutAnswer('没有网络，这台设备也存不下填写的内容。请不要关闭这一页，联网后再办一次。', 0),
    )
  }
  // A browser that is short of room throws away what it was not asked to keep.
  void navigator.storage?.persist?.()
  tellOutbox()
  return { kind: 'kept' }
}

async function send<Answer>({ path, body, version, id }: Letter): Promise<Answer> {
  const whole = await withFilesSent(body)
  return call<Answer>(path, {
    method: 'POST',
    body: whole,
    key: id,
    staysSignedOut: true,
    signal: AbortSignal.timeout(PATIENCE),
    ...(version === null ? {} : { version }),
  })
}

async function tryOnce(letter: KeptLetter): Promise<'arrived' | 'refused' | 'later'> {
  try {
    await send(letter)
    await giveUp(letter)
    return 'arrived'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.isWithoutAnswer || LATER.includes(error.status) || error.status < REFUSED) return 'later'
    await putOn('letters', { ...letter, refused: error.problem } satisfies KeptLetter)
    tellOutbox()
    return 'refused'
  }
}

/** Another officer may sit at the device by now, and the token of the session may be another. */
async function isSignedInAs(officer: string): Promise<boolean> {
  try {
    const session = await call<SessionView>(api.session, { staysSignedOut: true })
    rememberCsrfToken(session.csrfToken)
    return session.officer.id === officer
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

function alone(send: () => Promise<readonly Letter[]>): Promise<readonly Letter[]> {
  // Without TLS a browser has no locks; the keys of the letters alone keep them from being done twice.
  if (navigator.locks === undefined) return send()
  return navigator.locks.request(SENDING, { ifAvailable: true }, (lock) => (lock === null ? [] : send()))
}
