import type { FileView } from '@luoshi/client'
import { api, type CaseKey } from '../api/addresses.ts'
import { useCounty } from '../api/session-context.ts'
import { isPicture, Thumbnail } from '../form/thumbnail.tsx'
import { sizeText } from '../words/file-size.ts'
import '../styles/form.css'

interface FileListProps {
  readonly caseKey: CaseKey
  readonly files: readonly FileView[]
}

/** Files of a case: pictures in small, each one click away. */
export function FileList({ caseKey, files }: FileListProps) {
  const county = useCounty()
  return (
    <span className="files">
      {files.map((file) => {
        const address = `${api.case(county, caseKey)}/files/${file.digest}`
        return (
          <a key={file.digest} className="file-link" href={address} target="_blank" rel="noreferrer">
            <Thumbnail file={file} address={isPicture(file) ? address : undefined} />
            <span className="file-name small">
              {file.name}
              <span className="secondary figures">{sizeText(file.bytes)}</span>
            </span>
          </a>
        )
      })}
    </span>
  )
}
