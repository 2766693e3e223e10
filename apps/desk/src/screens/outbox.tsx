import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { screens } from '../addresses.ts'
import { Refusal } from '../api/call.ts'
import { Conflict } from '../case/conflict.tsx'
import { rememberTakenUp, writeDraft } from '../form/draft.ts'
import { giveUp, giveUpWhole, tryAgain } from '../outbox/deliver.ts'
import type { KeptLetter } from '../outbox/letter.ts'
import { useLetters } from '../outbox/use-outbox.ts'
import { ProblemBox } from '../parts/problem.tsx'
import { useTitle } from '../parts/use-title.ts'
import { Empty } from '../parts/waiting.tsx'
import { momentText } from '../words/dates.ts'
import '../styles/form.css'

/** What was filled in and has not arrived: what waits for the network, and what the server refused, with why. */
export function Outbox() {
  useTitle('待上传')
  const letters = useLetters()
  return (
    <>
      <h1>待上传</h1>
      <p className="secondary">
        没有网络时填写的存在这台设备上，联网后按填写的先后各上传一次。请不要清除浏览器的数据。
      </p>
      {letters.length === 0 && (
        <div className="card">
          <Empty>这台设备上没有待上传的内容。</Empty>
        </div>
      )}
      <ul className="letters">
        {letters.map((letter) => (
          <li key={letter.id} className="card">
            <LetterCard letter={letter} followers={letters.filter(({ follows }) => follows === letter.id)} />
          </li>
        ))}
      </ul>
    </>
  )
}

interface LetterCardProps {
  readonly letter: KeptLetter
  /** Those that go only after it. */
  readonly followers: readonly KeptLetter[]
}

function LetterCard({ letter, followers }: LetterCardProps) {
  const [, go] = useLocation()
  const [isSure, setSure] = useState(false)
  const { title, written, refused, draft, screen, version, follows } = letter
  const problem = refused === null ? null : new Refusal(refused)
  const takeUp = async () => {
    writeDraft(draft)
    if (followers.length > 0) rememberTakenUp(draft.key, letter.id)
    await giveUp(letter, true)
    go(screen)
  }
  return (
    <>
      <h2>{title}</h2>
      <p className="small secondary">
        {momentText(written)} 填写，
        {refused !== null ? '没有办成' : follows !== null ? '在前一件上传后上传' : '等待上传'}
        {followers.length > 0 && `，后面有 ${followers.length} 件等它`}
      </p>
      {problem?.isConflict && letter.case !== null && version !== null ? (
        <Conflict caseKey={letter.case} version={version} keep={() => void takeUp()} />
      ) : (
        <ProblemBox error={problem} title="没有办成" />
      )}
      <div className="form-actions">
        {letter.opens !== null && (
          <Link className="button" href={screens.case({ ...letter.opens, id: letter.id })}>
            查看和接着办<span className="visually-hidden">：{title}</span>
          </Link>
        )}
        {problem !== null && !problem.isConflict && (
          <button type="button" className="button main" onClick={() => void tryAgain(letter)}>
            再上传
          </button>
        )}
        <button type="button" className="button" onClick={() => void takeUp()}>
          取回来改
        </button>
        <button
          type="button"
          className="button plain"
          onClick={() => (isSure ? void giveUpWhole(letter) : setSure(true))}
        >
          {isSure ? sureText(followers.length) : '不要了'}
          <span className="visually-hidden">：{title}</span>
        </button>
      </div>
    </>
  )
}

function sureText(followers: number): string {
  return followers === 0 ? '确定不要，删去填写的' : `确定不要，连同后面 ${followers} 件一起删去`
}
