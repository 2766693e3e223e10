import type { ArrangeableView, RearrangedView, SplitDutyBody } from '@luoshi/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { call } from '../../api/call.ts'
import { useUnits } from '../../api/queries.ts'
import { useCounty } from '../../api/session-context.ts'
import { Clause } from '../../parts/clause.tsx'
import { ProblemBox } from '../../parts/problem.tsx'
import { inDesk } from './duty-words.tsx'

/** Pieces into which a duty can be split at most. */
const MOST = 20

/** What is filled in of a piece besides its lines. */
interface Piece {
  readonly title: string
  readonly lead: string
  readonly textDay: string
}

const EMPTY: Piece = { title: '', lead: '', textDay: '' }

interface SplitProps {
  readonly duty: ArrangeableView['rows'][number]
  readonly back: string
}

/** Splits a duty: each of its sentences goes into one of the pieces, each of which is a duty of its own. */
export function SplitDuty({ duty, back }: SplitProps) {
  const county = useCounty()
  const queries = useQueryClient()
  const sentences = sentencesOf(duty.content)
  const [pieces, setPieces] = useState<readonly Piece[]>([EMPTY, EMPTY])
  const [places, setPlaces] = useState<readonly number[]>(
    sentences.map((_one, place) => (place === 0 ? 0 : 1)),
  )
  const [reason, setReason] = useState('')
  const textOf = (piece: number) => sentences.filter((_one, place) => places[place] === piece).join('')
  const titleOf = (piece: number) => pieces[piece]?.title.trim() || shortened(textOf(piece))
  const split = useMutation({
    mutationFn: () => {
      const body: SplitDutyBody = {
        duty: duty.id,
        reason: reason.trim(),
        pieces: pieces.map(({ lead, textDay }, piece) => ({
          title: titleOf(piece),
          content: textOf(piece) || titleOf(piece),
          ...(lead === '' ? {} : { lead }),
          ...(textDay === '' ? {} : { textDay }),
        })),
      }
      return call<RearrangedView>(`/api/v1/${county}/supervision/split`, { method: 'POST', body })
    },
    onSuccess: () => {
      for (const name of ['cases', 'case']) queries.invalidateQueries({ queryKey: [name, county] })
    },
  })
  if (split.data !== undefined) {
    return (
      <p className="card list-foot" role="status">
        已拆分成 {split.data.hrefs.length} 项，待确认：
        {split.data.hrefs.map((href, place) => (
          <Link key={href} href={inDesk(href)}>
            {titleOf(place)}
          </Link>
        ))}
        {/* The duty that was split leaves the list, and this screen with it: not before one goes on. */}
        <Link href={back} onClick={() => queries.invalidateQueries({ queryKey: ['supervision', county] })}>
          继续整理
        </Link>
      </p>
    )
  }
  const isReady = reason.trim() !== '' && pieces.every((_one, piece) => titleOf(piece) !== '')
  return (
    <form
      className="card form-page"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) split.mutate()
      }}
    >
      <h2>
        拆分：{duty.title} <Clause clause={duty.clause} />
      </h2>
      <p className="secondary">
        每一句归入一项，每一项成为一个任务，依据不变；原任务记为“已拆分”，可以恢复。
      </p>
      <ProblemBox error={split.error} title="没有拆分" />
      <ol className="sentences">
        {sentences.map((sentence, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sentence has no other mark than its place.
          <li key={place}>
            <select
              className="field-input"
              aria-label={`第${place + 1}句归入`}
              value={places[place]}
              onChange={({ target }) => setPlaces(places.with(place, Number(target.value)))}
            >
              {pieces.map((_piece, piece) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces are told by their number.
                <option key={piece} value={piece}>
                  第{piece + 1}项
                </option>
              ))}
            </select>
            <span>{sentence}</span>
          </li>
        ))}
      </ol>
      {pieces.map((piece, place) => (
        <PieceFields
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces are told by their number.
          key={place}
          {...{ piece, place }}
          usualTitle={shortened(textOf(place))}
          onChange={(changed) => setPieces(pieces.with(place, changed))}
        />
      ))}
      <button
        type="button"
        className="button"
        disabled={pieces.length >= MOST}
        onClick={() => setPieces([...pieces, EMPTY])}
      >
        再加一项
      </button>
      <div className="field">
        <label htmlFor="split-reason">理由</label>
        <input
          id="split-reason"
          className="field-input"
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </div>
      <div className="form-actions">
        <button type="submit" className="button main" disabled={!isReady || split.isPending}>
          拆分成 {pieces.length} 项
        </button>
        <Link className="button" href={back}>
          不拆分
        </Link>
      </div>
    </form>
  )
}

interface PieceProps {
  readonly piece: Piece
  readonly place: number
  readonly usualTitle: string
  readonly onChange: (piece: Piece) => void
}

function PieceFields({ piece, place, usualTitle, onChange }: PieceProps) {
  const { data: units = [] } = useUnits()
  const id = `piece-${place + 1}`
  return (
    <fieldset className="piece">
      <legend>第{place + 1}项</legend>
      <label htmlFor={`${id}-title`}>任务名称</label>
      <input
        id={`${id}-title`}
        className="field-input"
        placeholder={usualTitle}
        value={piece.title}
        onChange={({ target }) => onChange({ ...piece, title: target.value })}
      />
      <label htmlFor={`${id}-lead`}>牵头机构（选填）</label>
      <select
        id={`${id}-lead`}
        className="field-input"
        value={piece.lead}
        onChange={({ target }) => onChange({ ...piece, lead: target.value })}
      >
        <option value="">确认后再定</option>
        {units.map((unit) => (
          <option key={unit.id} value={unit.id}>
            {unit.name}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-day`}>原文期限（选填）</label>
      <input
        id={`${id}-day`}
        className="field-input"
        type="date"
        value={piece.textDay}
        onChange={({ target }) => onChange({ ...piece, textDay: target.value })}
      />
    </fieldset>
  )
}

/** The sentences of a text, each with its end mark. */
function sentencesOf(text: string): readonly string[] {
  return (text.match(/[^。；\n]+[。；]?/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter((one) => one !== '')
}

function shortened(text: string): string {
  const [first = ''] = text.split(/[。；，]/, 1)
  return [...first].slice(0, 40).join('')
}
