import type { FileView } from '@luoshi/client'
import { useMutation } from '@tanstack/react-query'
import { api } from '../api/addresses.ts'
import { call } from '../api/call.ts'
import { useCounty } from '../api/session-context.ts'
import { ProblemBox } from '../parts/problem.tsx'
import type { ControlProps } from './controls.tsx'

/** Bytes in a kilobyte, for people. */
const KILOBYTE = 1024

/** Files that are handed in: chosen, or taken with the camera of a phone. Each is sent as soon as it is chosen. */
export function FilesControl({ id, field, value, isInvalid, describedBy, onChange, ...key }: ControlProps) {
  const county = useCounty()
  const given = Array.isArray(value) ? (value as readonly FileView[]) : []
  const send = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const kept: FileView[] = []
      for (const file of files) {
        const body = new FormData()
        body.append('file', file)
        kept.push(await call<FileView>(api.files(county, key), { method: 'POST', body }))
      }
      return kept
    },
    onSuccess: (kept) => onChange([...given, ...kept]),
  })
  const takesPictures =
    field.mediaTypes === undefined || field.mediaTypes.some((type) => type.startsWith('image/'))
  const choose = (event: React.ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    event.target.value = ''
    if (files.length > 0) send.mutate(files)
  }
  return (
    <div className="files">
      <ul>
        {given.map((file) => (
          <li key={file.digest}>
            {file.name} <span className="secondary small figures">{sizeText(file.bytes)}</span>
            <button
              type="button"
              className="button plain"
              onClick={() => {
                const left = given.filter(({ digest }) => digest !== file.digest)
                onChange(left.length === 0 ? undefined : left)
              }}
            >
              删去<span className="visually-hidden">{file.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <ProblemBox error={send.error} title="文件没有收下" />
      <label className="button">
        {send.isPending ? '正在上传' : '选择文件'}
        <input
          id={id}
          className="visually-hidden"
          type="file"
          multiple
          accept={field.mediaTypes?.join(',')}
          aria-invalid={isInvalid || undefined}
          aria-describedby={describedBy}
          disabled={send.isPending}
          onChange={choose}
        />
      </label>
      {takesPictures && (
        <label className="button camera">
          拍照
          <input
            className="visually-hidden"
            type="file"
            accept="image/*"
            capture="environment"
            disabled={send.isPending}
            onChange={choose}
          />
        </label>
      )}
    </div>
  )
}

function sizeText(bytes: number): string {
  const kilobytes = bytes / KILOBYTE
  return kilobytes < KILOBYTE ? `${Math.ceil(kilobytes)} KB` : `${(kilobytes / KILOBYTE).toFixed(1)} MB`
}
