/** What a made PDF is like besides its text. */
export interface MinimalPdfOptions {
  /** Asks for a password. */
  readonly isEncrypted?: boolean
  /** How often its page comes. */
  readonly pages?: number
}

/** A PDF of one page, or of one that comes again, written by hand, with one line of Latin text; an empty text gives an empty page. */
export function minimalPdf(text: string, { isEncrypted = false, pages = 1 }: MinimalPdfOptions = {}): Buffer {
  const content = text === '' ? '' : `BT /F1 16 Tf 72 720 Td (${text}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${'3 0 R '.repeat(pages)}] /Count ${pages} >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  const key = '41'.repeat(32)
  const locked = `<< /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >>`
  if (isEncrypted) objects.push(locked)
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const encrypt = isEncrypted ? ` /Encrypt ${objects.length} 0 R /ID [<${key}> <${key}>]` : ''
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${encrypt} >>\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`,
    'latin1',
  )
}
