import { definitionJson } from '../definition/define.ts'
import type { OpenQuestion } from '../definition/gap.ts'

/** Every gap and conflict declared anywhere in a definition, each once, in the order in which it stands there. */
export function openQuestionsIn(definition: unknown): readonly OpenQuestion[] {
  const found = new Map(questionsIn(definitionJson(definition)).map((one) => [JSON.stringify(one), one]))
  return [...found.values()]
}

function questionsIn(value: unknown): OpenQuestion[] {
  if (typeof value !== 'object' || value === null) return []
  return isOpenQuestion(value) ? [value] : Object.values(value).flatMap(questionsIn)
}

function isOpenQuestion(value: object): value is OpenQuestion {
  return 'says' in value && 'kind' in value && (value.kind === 'gap' || value.kind === 'conflict')
}
