import { expect, it } from 'vitest'
import { findingsOf, kindsIn, noticeOf } from './invented-notice.test-support.ts'

const notice = noticeOf('各乡（镇）要抓紧抓好春灌工作。')
const kindsOf = (text: string) => findingsOf(text).map(({ kind }) => kind)

it('tells a title that the issuing sentence prints otherwise, once', () => {
  const changed = notice.replace('关于印发清源县春灌工作实施方案', '关于印发清源县春灌工任实施方案')
  expect(kindsOf(changed)).toEqual(['title-mismatch'])
})

it('tells an attached text that is headed otherwise', () => {
  const changed = notice.replace('\n清源县春灌工作实施方案\n\n各', '\n清源县春灌实施方案\n\n各')
  expect(kindsOf(changed)).toEqual(['title-mismatch'])
})

it('tells an issuer that the title misprints', () => {
  const changed = notice.replace('清源县人民政府办公室\n关于', '清源县人民政府政府办公室\n关于')
  expect(kindsOf(changed)).toEqual(['title-mismatch'])
})

it('leaves what stands in brackets behind a title alone', () => {
  expect(kindsOf(notice.replace('《清源县春灌工作实施方案》', '《清源县春灌工作实施方案（试行）》'))).toEqual(
    [],
  )
})

it('tells annexes whose list names another place', () => {
  const list = '附表1：清江市灌区机井建设规划表\n附表2：灌区管护人员表'
  const annexes =
    '附表1\n\n清源县灌区机井建设规划表\n\n按年度实施。\n\n附表2\n\n灌区管护人员表\n\n按乡（镇）填报。'
  expect(kindsIn(`${list}\n\n一、目标\n\n按附表实施。\n\n${annexes}`)).toContain('title-mismatch')
  expect(
    kindsIn(`${list.replace('清江市', '清源县')}\n\n一、目标\n\n按附表实施。\n\n${annexes}`),
  ).not.toContain('title-mismatch')
})
