/** Every issue that the kernel can return, by its code, with what a user reads. One place: each names what was found and what would pass. */
export const issueTexts = {
  'field-missing': (data: { label: string; wanted: string }) => `“${data.label}”未填写，应填${data.wanted}。`,
  'field-refused': (data: { label: string; wanted: string; found: string }) =>
    `“${data.label}”填的是“${data.found}”，应填${data.wanted}。`,
  'field-unknown': (data: { field: string; known: string }) =>
    `没有“${data.field}”这一项，可填的有：${data.known}。`,
  'not-a-record': (data: { found: string }) => `内容应为逐项填写的一条记录，收到的是${data.found}。`,
} as const
