import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { birthDayIn, isCreditCode, isIdNumber, isRegionCode } from './check-digits.ts'
import { fields, personalText } from './fields.ts'
import { creditCode, dateTime, files, idNumber, longText, place, regionCode, unit } from './form-fields.ts'
import { searchableFieldsOf, sortableFieldsOf } from './listed-fields.ts'
import { masked, maskText, personalFieldsOf } from './mask.ts'
import { jsonSchemaOf, validate } from './validate.ts'

const inspection = fields({
  account: longText('现场情况'),
  at: dateTime('检查时间'),
  owner: idNumber('产权人身份证号'),
  home: personalText('住址', 'address'),
  firm: creditCode('企业信用代码'),
  region: regionCode('区划代码'),
  receiver: unit('整改单位'),
  where: place('位置'),
  photos: files('照片', { most: 2, mediaTypes: ['image/jpeg'] }),
})

const photo = { digest: 'a'.repeat(64), name: '井口.jpg', mediaType: 'image/jpeg', bytes: 1024 }

/** Made up; their check characters are right. */
const record = {
  account: '井口没有护栏。\n无警示标志。',
  at: '2026-03-02T09:30:00+08:00',
  owner: '11010519491231002X',
  home: '清源县上河乡上河村东街1号',
  firm: '91350100M000100Y43',
  region: '140922',
  receiver: 'water',
  where: { type: 'Point' as const, coordinates: [113.2551, 38.7284] },
  photos: [photo],
}

const messagesOf = (change: Readonly<Record<string, unknown>>) => {
  const result = validate(inspection, { ...record, ...change })
  return result.kind === 'valid' ? [] : result.issues.map(({ path, message }) => [path.join('.'), message])
}

describe('fields of real forms', () => {
  it('take what fits, letters small or large', () => {
    expect(messagesOf({})).toEqual([])
    const small = validate(inspection, { ...record, owner: '11010519491231002x' })
    expect(small.kind === 'valid' && small.value.owner).toBe('11010519491231002X')
  })

  it('say of a place or a file as a whole what would pass', () => {
    expect(
      messagesOf({
        where: { type: 'Point', coordinates: [38.7, 113.2] },
        photos: [{ ...photo, mediaType: 'text/html' }],
      }),
    ).toEqual([
      ['where', '“位置”填的是“一组内容”，应填国内一点的经度和纬度，如113.2551、38.7284。'],
      ['photos', '“照片”填的是“1项的列表”，应填1至2个文件，格式为image/jpeg。'],
    ])
    expect(messagesOf({ photos: [photo, photo, photo] })).toHaveLength(1)
    expect(messagesOf({ where: undefined })[0]?.[1]).toContain('“位置”未填写')
  })

  it('refuse a check character that is wrong, a moment without its offset, a code of other length', () => {
    expect(
      messagesOf({
        owner: '110105194912310021',
        firm: '91350100M000100Y44',
        at: '2026-03-02T09:30',
        region: '1409',
      }).map(([path]) => path),
    ).toEqual(['at', 'owner', 'firm', 'region'])
  })

  it('tell of persons what they are, and are searched and sorted by what does not', () => {
    expect(personalFieldsOf(inspection)).toEqual([
      { path: ['owner'], kind: 'id-number' },
      { path: ['home'], kind: 'address' },
    ])
    expect(masked(inspection, record)).toMatchObject({
      owner: '1101************2X',
      home: '清源县上河乡*******',
      photos: [photo],
      where: record.where,
    })
    expect(maskText('address', '上河村')).toBe('上**')
    expect(searchableFieldsOf(inspection)).toEqual(['account', 'firm', 'region'])
    expect(sortableFieldsOf(inspection)).toEqual([{ name: 'at', compares: 'text' }])
  })

  it('have a JSON Schema', () => {
    expect(jsonSchemaOf(inspection).properties).toMatchObject({
      where: { control: 'place', properties: { type: { const: 'Point' } } },
      photos: { control: 'files', mediaTypes: ['image/jpeg'], maxItems: 2 },
    })
  })
})

describe('check characters', () => {
  it('of id numbers hold for the example of GB 11643, and for no day that is none', () => {
    expect(isIdNumber('11010519491231002X')).toBe(true)
    expect(isIdNumber('110105194913310021')).toBe(false)
    expect(birthDayIn('11010519491231002X')).toBe('1949-12-31')
  })

  it('of region codes are those of counties, townships and villages', () => {
    for (const code of ['140922', '140928101', '140928101201']) expect(isRegionCode(code)).toBe(true)
    for (const code of ['940922', '14092', '1409221', '140922ab1']) expect(isRegionCode(code)).toBe(false)
  })

  it('find every single character that was mistyped', () => {
    const typed = (text: string, alphabet: string, isRight: (text: string) => boolean) =>
      fc.property(fc.nat({ max: 17 }), fc.constantFrom(...alphabet), (place, character) => {
        const mistyped = text.slice(0, place) + character + text.slice(place + 1)
        expect(isRight(mistyped)).toBe(mistyped === text)
      })
    fc.assert(typed('11010519491231002X', '0123456789', isIdNumber))
    fc.assert(typed('91350100M000100Y43', '0123456789ABCDEFGHJKLMNPQRTUWXY', isCreditCode))
  })
})
