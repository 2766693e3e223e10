import {
  choice,
  count,
  date,
  type Fields,
  fields,
  type findFieldMeta,
  longText,
  measure,
  personalLongText,
  text,
  valueTextOf,
  yesNo,
} from '@luoshi/kernel'
import type { GuideMaterial, Question } from './guides.ts'

/** What a field of a form is called: its place in the form, so that labels may be anything. */
export function questionName(place: number): string {
  return `q${place + 1}`
}

type Made = ReturnType<(typeof makers)[keyof typeof makers]>

const makers = {
  text: ({ label, help }: Question) => text(label, helped(help)),
  long: ({ label, help }: Question) => longText(label, helped(help)),
  number: ({ label, help, measuredIn = '' }: Question) => count(label, measuredIn, helped(help)),
  measure: ({ label, help, measuredIn = '' }: Question) => measure(label, measuredIn, helped(help)),
  date: ({ label, help }: Question) => date(label, helped(help)),
  choice: ({ label, help, choices = [] }: Question) =>
    choice(label, Object.fromEntries(choices.map((option) => [option, option])), helped(help)),
  yesNo: ({ label, help }: Question) => yesNo(label, helped(help)),
}

/** The form of an item as a schema: what renders, checks and reads any record renders, checks and reads it. */
export function formOf(questions: readonly Question[]): Fields {
  return fields(
    Object.fromEntries(
      questions.map((question, place) => {
        const field: Made = question.isPersonal
          ? personalLongText(question.label, helped(question.help))
          : makers[question.kind](question)
        return [questionName(place), question.isRequired ? field : field.optional()]
      }),
    ),
  )
}

/** An answer as the application keeps it. */
export interface Answer {
  readonly label: string
  readonly value: string
}

/** What was filled in, as words: what tells of a person apart from what does not. */
export function answersOf(
  questions: readonly Question[],
  filled: Readonly<Record<string, unknown>>,
): { answers: Answer[]; personalAnswers: Answer[] } {
  const form = formOf(questions)
  const all = questions.flatMap((question, place) => {
    const name = questionName(place)
    const [field, value] = [form.def.shape[name], filled[name]]
    if (field === undefined || value === undefined || value === '') return []
    return [{ question, answer: { label: question.label, value: answerText(field, value) } }]
  })
  return {
    answers: all.filter(({ question }) => !question.isPersonal).map(({ answer }) => answer),
    personalAnswers: all.filter(({ question }) => question.isPersonal).map(({ answer }) => answer),
  }
}

function answerText(field: Parameters<typeof findFieldMeta>[0], value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  return valueTextOf(field, value)
}

/** A material that is not asked for, and the sentence that says why. */
export interface Waived {
  readonly name: string
  readonly because: string
}

/** Which materials an applicant hands in, which may be promised, and which are not asked for (两个免提交). */
export function materialsAsked({ materials }: { readonly materials: readonly GuideMaterial[] }): {
  readonly asked: readonly GuideMaterial[]
  readonly waived: readonly Waived[]
} {
  return {
    asked: materials.filter(({ source }) => source === 'applicant'),
    waived: materials.flatMap((material) => {
      const because = waivedBecause(material)
      return because === null ? [] : [{ name: material.name, because }]
    }),
  }
}

/** Why a material is not asked for; null where it is. */
export function waivedBecause({ name, source, issuer }: GuideMaterial): string | null {
  const from = issuer ?? '政府部门'
  if (source === 'held') return `不收${name}，因为它由${from}核发，可以查询核验。`
  if (source === 'licence') return `不收${name}，因为它有${from}发的电子证照。`
  return null
}

function helped(help: string | undefined) {
  return help === undefined ? {} : { help }
}
