import type { ReadingProblem } from '@luoshi/kernel'

/** A cell that was filled in wrong, or not at all. */
export function cellProblem(line: number, column: string, found: string, wanted: string): ReadingProblem {
  const what = found.trim() === '' ? '没有填写' : `填的是“${shortened(found)}”`
  return { line, column, message: `第${line}行“${column}”${what}，应填${wanted}。` }
}

/** What is wrong with a whole line. */
export function lineProblem(line: number, says: string): ReadingProblem {
  return { line, column: null, message: `第${line}行${says}` }
}

/** A heading as it is compared: whatever the width of its characters, without spaces and its unit in brackets. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/\([^()]*\)$/, '')
    .toLowerCase()
}

/** The unit in brackets at a heading's end; null for none. */
export function unitOf(heading: string): string | null {
  return (
    heading
      .normalize('NFKC')
      .replaceAll(/\s/g, '')
      .match(/\(([^()]*)\)$/)?.[1] ?? null
  )
}

function shortened(found: string): string {
  return found.length > 40 ? `${found.slice(0, 40)}……` : found
}
