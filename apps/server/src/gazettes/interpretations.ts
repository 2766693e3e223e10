import { z } from 'zod'

/** How an interpretation is given (五政办发〔2021〕42号第205—207行). */
export const interpretationForms = ['文字', '图表图解', '视频动漫', '流程演示'] as const

/** An interpretation (解读) of a document, written by the county. */
export const interpretationSchema = z.object({
  docNumber: z.string().min(1).max(60),
  title: z.string().min(1).max(200),
  /** Unit that answers for it. */
  unit: z.string().min(1).max(60),
  form: z.enum(interpretationForms),
  text: z.string().min(1).max(20_000),
  publishedOn: z.iso.date(),
})

/** An interpretation as it was last entered. */
export type Interpretation = z.infer<typeof interpretationSchema>
