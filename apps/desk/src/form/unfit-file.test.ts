import { expect, it } from 'vitest'
import { MOST_BYTES, unfitFile } from './unfit-file.ts'

const file = (name: string, type: string, size = 1000) => ({ name, type, size })

it('says before sending what is wrong with a file, and what would pass', () => {
  expect(unfitFile(file('现场.jpg', 'image/jpeg'), ['image/jpeg'])).toBeNull()
  expect(unfitFile(file('现场.jpg', 'image/jpeg'), undefined)).toBeNull()
  expect(unfitFile(file('表.xls', 'application/vnd.ms-excel'), ['application/pdf', 'image/jpeg'])).toBe(
    '“表.xls”不能收：这里收PDF、JPG图片。',
  )
  expect(unfitFile(file('空.pdf', 'application/pdf', 0), undefined)).toBe('“空.pdf”是空的，请重新选择。')
  expect(unfitFile(file('录像.mp4', 'video/mp4', MOST_BYTES + 11 * 1024 * 1024), undefined)).toBe(
    '“录像.mp4”有 61.0 MB，最大收 50.0 MB，请压缩或分成几个文件。',
  )
})

it('lets a file of an unknown kind go to the server, which looks at what is in it', () => {
  expect(unfitFile(file('材料', ''), ['application/pdf'])).toBeNull()
})
