import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { faces } from '../fonts/faces.ts'

/** Name under which Windows and WPS have a face that bears another name. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  [faces.title.name]: '方正小标宋_GBK',
  [faces.body.name]: '仿宋',
  [faces.subheading.name]: '楷体',
}

/**
 * A document as it is whenever it is written: the moments in it are those that the paper bears, not of its writing. Its
 * table of fonts tells what to take where a face is not installed.
 */
export function sameFile(file: Uint8Array, made: Date): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(file)
  const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())
  const moment = `${made.toISOString().slice(0, 19)}Z`
  parts['docProps/core.xml'] = strToU8(core.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, moment))
  parts['word/fontTable.xml'] = strToU8(fontTable())
  return new Uint8Array(zipSync(parts, { mtime: made, level: 6 }))
}

function fontTable(): string {
  const entries = Object.entries(OTHER_NAMES).map(
    ([name, other]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`
}
