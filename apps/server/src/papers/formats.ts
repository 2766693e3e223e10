import type { PaperContent } from '@luoshi/kernel'

/** The files as which a paper can be had. */
export const paperFormats = ['docx', 'pdf', 'xlsx'] as const

export type PaperFormat = (typeof paperFormats)[number]

/** The formats in which a paper of that form can be had: a text is no sheet of rows. */
export function formatsOf(form: PaperContent['form']): readonly PaperFormat[] {
  return form === 'text' ? ['docx', 'pdf'] : paperFormats
}
