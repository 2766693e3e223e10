import { useState } from 'react'
import { useLocation } from 'wouter'
import { Refusal } from '../api/call.ts'
import { Conflict } from '../case/conflict.tsx'
import { writeDraft } from '../form/draft.ts'
import { giveUp, tryAgain } from '../outbox/deliver.ts'
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
            <LetterCard letter={letter} />
          </li>
        ))}
      </ul>
    </>
  )
}

function LetterCard({ letter }: { readonly letter: KeptLetter }) {
  const [, go] = useLocation()
  const [isSure, setSure] = useState(false)
  const { title, written, refused, draft, screen, version } = letter
  const problem = refused === null ? null : new Refusal(refused)
  const takeUp = async () => {
    writeDraft(draft)
    await giveUp(letter, true)
    go(screen)
  }
  return (
    <>
      <h2>{title}</h2>
      <p className="small secondary">
        {momentText(written)} 填写，{refused === null ? '等待上传' : '没有办成'}
      </p>
      {problem?.isConflict && letter.case !== null && version !== null ? (
        <Conflict caseKey={letter.case} version={version} keep={() => void takeUp()} />
      ) : (
        <ProblemBox error={problem} title="没有办成" />
      )}
      <div className="form-actions">
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
          onClick={() => (isSure ? void giveUp(letter) : setSure(true))}
        >
          {isSure ? '确定不要，删去填写的' : '不要了'}
          <span className="visually-hidden">：{title}</span>
        </button>
      </div>
    </>
  )
}
