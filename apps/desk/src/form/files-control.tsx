import type { FileView } from '@luoshi/client'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/addresses.ts'
import { Refusal } from '../api/call.ts'
import { useCounty } from '../api/session-context.ts'
import { isOnDevice, keepOnDevice, sendFile } from '../outbox/device-files.ts'
import { ProblemBox } from '../parts/problem.tsx'
import { sizeText } from '../words/file-size.ts'
import type { ControlProps } from './controls.tsx'
import { SignaturePad } from './signature-pad.tsx'
import { Thumbnail, usePicture } from './thumbnail.tsx'
import { unfitFile } from './unfit-file.ts'

/** Files that are handed in: chosen, or taken with the camera of a phone. Each is sent as soon as it is chosen. */
export function FilesControl({ field, value, programme, procedure, ...control }: ControlProps) {
  const given = Array.isArray(value) ? (value as readonly FileView[]) : []
  return (
    <FilesChooser
      {...control}
      label={field.label}
      mediaTypes={field.mediaTypes}
      isSignature={field.isSignature === true}
      given={given}
      procedureKey={{ programme, procedure }}
      onChange={(files) => control.onChange(files.length === 0 ? undefined : files)}
    />
  )
}

interface FilesChooserProps extends Pick<ControlProps, 'id' | 'isInvalid' | 'describedBy'> {
  readonly label: string
  /** What is taken; any where it is absent. */
  readonly mediaTypes: readonly string[] | undefined
  /** Whether it is drawn on the glass. */
  readonly isSignature?: boolean
  readonly given: readonly FileView[]
  readonly procedureKey: Pick<ControlProps, 'programme' | 'procedure'>
  readonly onChange: (files: readonly FileView[]) => void
}

/** Chosen files with their pictures, and the ways to choose more. */
export function FilesChooser(props: FilesChooserProps) {
  const {
    id,
    label,
    mediaTypes,
    isSignature = false,
    given,
    procedureKey,
    isInvalid,
    describedBy,
    onChange,
  } = props
  const county = useCounty()
  const picture = usePicture()
  const [unfit, setUnfit] = useState<readonly string[]>([])
  const send = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const kept: FileView[] = []
      for (const file of files) {
        const view = await sentOrKept(api.files(county, procedureKey), file)
        picture.remember(view, file)
        kept.push(view)
      }
      return kept
    },
    onSuccess: (kept) => {
      const known = new Set(given.map(({ digest }) => digest))
      onChange([...given, ...kept.filter(({ digest }) => !known.has(digest))])
    },
  })
  const choose = (event: React.ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    event.target.value = ''
    const refused = files.map((file) => unfitFile(file, mediaTypes))
    setUnfit(refused.filter((sentence) => sentence !== null))
    const fit = files.filter((_file, index) => refused[index] === null)
    if (fit.length > 0) send.mutate(fit)
  }
  const takesPictures =
    !isSignature && (mediaTypes === undefined || mediaTypes.some((type) => type.startsWith('image/')))
  return (
    <div className="files">
      <ul>
        {given.map((file) => (
          <li key={file.digest}>
            <Thumbnail file={file} address={picture.of(file)} />
            <span className="file-name">
              {file.name}
              <span className="secondary small figures">
                {sizeText(file.bytes)}
                {isOnDevice(file) && '，已存本机，待上传'}
              </span>
            </span>
            <button
              type="button"
              className="button plain"
              onClick={() => onChange(given.filter(({ digest }) => digest !== file.digest))}
            >
              删去<span className="visually-hidden">{file.name}</span>
            </button>
          </li>
        ))}
      </ul>
      <div role="alert">
        {unfit.map((sentence) => (
          <p key={sentence} className="field-problem">
            {sentence}
          </p>
        ))}
      </div>
      <ProblemBox error={send.error} title="文件没有收下" />
      {isSignature && given.length === 0 && (
        <SignaturePad label={label} isBusy={send.isPending} onSigned={(file) => send.mutate([file])} />
      )}
      <label className="button">
        {send.isPending ? '正在上传' : '选择文件'}
        <span className="visually-hidden">：{label}</span>
        <input
          id={id}
          className="visually-hidden"
          type="file"
          multiple={!isSignature}
          accept={mediaTypes?.join(',')}
          aria-invalid={isInvalid || undefined}
          aria-describedby={describedBy}
          disabled={send.isPending}
          onChange={choose}
        />
      </label>
      {takesPictures && (
        <label className="button camera">
          拍照
          <span className="visually-hidden">：{label}</span>
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

/** Without a network a file stays on the device, and goes with its form. */
async function sentOrKept(path: string, file: File): Promise<FileView> {
  try {
    return await sendFile(path, file)
  } catch (error) {
    if (error instanceof Refusal && error.isWithoutAnswer) return keepOnDevice(file, path)
    throw error
  }
}
