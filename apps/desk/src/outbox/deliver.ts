import type { DoneView, SessionView } from '@luoshi/client'
import { api } from '../api/addresses.ts'
import { call, Refusal, rememberCsrfToken, withoutAnswer } from '../api/call.ts'
import { isWithinReach } from '../api/reach.ts'
import { dropDeviceFiles, dropForgottenFiles, withFilesSent } from './device-files.ts'
import { allOf, dropFrom, putOn, takeFrom } from './device-store.ts'
import type { KeptLetter, Letter } from './letter.ts'
import { tellOutbox } from './outbox-view.ts'
import { moveDrafts, noteArrival } from './stand-in.ts'

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
    if (!navigator.onLine || (await hasToWait(letter))) return await keep(letter)
    const answer = await send<Answer>(letter)
    await lead(letter, answer)
    await dropDeviceFiles(letter.body)
    return { kind: 'done', answer }
  } catch (error) {
    if (!(error instanceof Refusal && error.isWithoutAnswer)) throw error
    return keep(letter)
  }
}

/** What letters lack that an earlier build of the desk kept. */
const ALONE = { follows: null, opens: null }

/** Letters of an officer on this device, in the order in which they were kept, whatever the device's clock says. */
export async function lettersOf(officer: string): Promise<readonly KeptLetter[]> {
  const letters = (await allOf<KeptLetter>('letters')).filter((letter) => letter.officer === officer)
  return letters
    .map((letter): KeptLetter => ({ ...ALONE, ...letter }))
    .toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0) || (a.written < b.written ? -1 : 1))
}

/** Nothing overtakes what waits, and what follows another letter goes after it. */
async function hasToWait({ officer, follows }: Letter): Promise<boolean> {
  return follows !== null || (await lettersOf(officer)).some(({ refused }) => refused === null)
}

/**
 * Tries every letter that waits; what is refused stands back and holds up none but those that follow it. Gives what
 * arrived.
 */
export async function deliverWaiting(officer: string): Promise<readonly Letter[]> {
  const waiting = (await lettersOf(officer)).filter(({ refused }) => refused === null)
  if (!navigator.onLine || (waiting.length === 0 && isWithinReach())) return []
  await dropForgottenFiles()
  return alone(async () => {
    const arrived: Letter[] = []
    if (!(await isSignedInAs(officer))) return arrived
    for (const { id } of await lettersOf(officer)) {
      // What went before has told it which case it acts on.
      const letter = await takeFrom<KeptLetter>('letters', id)
      if (letter === undefined || letter.refused !== null || (letter.follows ?? null) !== null) continue
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

/** Takes a letter out of the outbox with all that follow it. */
export async function giveUpWhole(letter: KeptLetter): Promise<void> {
  for (const other of await lettersOf(letter.officer)) {
    if (other.follows === letter.id) await giveUpWhole(other)
  }
  await giveUp(letter)
}

/** Takes a letter out of the outbox; its files go with it unless its form is taken up again. */
export async function giveUp(letter: KeptLetter, isTakenUp = false): Promise<void> {
  await dropFrom('letters', letter.id)
  if (!isTakenUp) await dropDeviceFiles(letter.body)
  tellOutbox()
}

async function keep(letter: Letter): Promise<{ readonly kind: 'kept' }> {
  try {
    const last = (await lettersOf(letter.officer)).at(-1)
    const place = (last?.place ?? 0) + 1
    await putOn('letters', { ...letter, place, refused: null } satisfies KeptLetter)
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
    await lead(letter, await send(letter))
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

/**
 * Tells those that follow a letter which case they act on, and at which version. Done before the letter is taken out, so
 * that it is done again where the page was closed in between.
 */
async function lead({ id, officer, case: acted }: Letter, answer: unknown): Promise<void> {
  const after = (answer as Partial<DoneView> | undefined)?.case
  if (after === undefined) return
  for (const letter of await lettersOf(officer)) {
    if (letter.follows !== id && letter.case?.id !== id) continue
    const named = (text: string) => (acted === null ? text.replaceAll(id, after.id) : text)
    const moved = {
      ...letter,
      path: named(letter.path),
      screen: named(letter.screen),
      case: letter.case && { ...letter.case, id: named(letter.case.id) },
      draft: { ...letter.draft, key: named(letter.draft.key) },
    }
    const isNext = letter.follows === id
    await putOn('letters', isNext ? { ...moved, follows: null, version: after.version } : moved)
  }
  if (acted === null) {
    moveDrafts(id, after.id)
    noteArrival(id, after.id)
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
