import { describe, expect, it } from 'vitest'
import { unifyCharacters } from './unified-characters.ts'

describe('unifyCharacters', () => {
  it('puts the character in place of the radical that looks like it', () => {
    expect(unifyCharacters('⼈⺠政府⼯作，⻓期见⻅，⻔⼾')).toBe('人民政府工作，长期见见，门户')
  })

  it('leaves all other text alone', () => {
    const text = '清源县〔2026〕7号，①（一）286㎡ Ⅳ级'
    expect(unifyCharacters(text)).toBe(text)
  })
})
