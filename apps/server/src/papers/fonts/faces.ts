/** The faces of official papers (GB/T 9704-2012, 7.3.5): title, body, first-level headings, second-level headings. */
export type Face = 'title' | 'body' | 'heading' | 'subheading'

/** What a face is called, and what stands in for it. */
export interface FaceDefinition {
  /** Name in a DOCX file; who opens it has it from their own Windows or WPS. */
  readonly name: string
  /** Beginnings of file names under which a county may lay its own licensed font. */
  readonly files: readonly string[]
  /** The open font that is drawn where the county has laid none. */
  readonly instead: { readonly family: 'noto-serif-sc' | 'noto-sans-sc'; readonly weight: number }
}

/** Each face. The open fonts are chosen by how dark the face looks in print. */
export const faces = {
  title: {
    name: '方正小标宋简体',
    files: ['方正小标宋', 'FZXBS', 'title'],
    instead: { family: 'noto-serif-sc', weight: 750 },
  },
  body: {
    name: '仿宋_GB2312',
    files: ['仿宋', 'FangSong', 'simfang', 'body'],
    instead: { family: 'noto-serif-sc', weight: 350 },
  },
  heading: {
    name: '黑体',
    files: ['黑体', 'simhei', 'heading'],
    instead: { family: 'noto-sans-sc', weight: 500 },
  },
  subheading: {
    name: '楷体_GB2312',
    files: ['楷体', 'KaiTi', 'simkai', 'subheading'],
    instead: { family: 'noto-serif-sc', weight: 500 },
  },
} as const satisfies Record<Face, FaceDefinition>
