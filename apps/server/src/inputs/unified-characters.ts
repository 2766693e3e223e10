/**
 * Radicals that PDFs give for the characters that look the same, where Unicode maps them to no character or to
 * another one (⼾ to 戶); the other Kangxi radicals and the compatibility ideographs it maps well.
 */
const radicals = '⺁⺋⺎⺏⺕⺝⺟⺠⺮⺼⻁⻄⻅⻆⻉⻋⻌⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⼾⾭'
const characters = '厂㔾兀尣彐月母民竹月虎西见角贝车辶长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟户青'

const byRadical = new Map([...radicals].map((radical, index) => [radical, [...characters][index] ?? radical]))

/** Text with the characters that people type in place of others that only look like them. */
export function unifyCharacters(text: string): string {
  return text.replace(
    /[\u2E80-\u2FDF\uF900-\uFAFF]/g,
    (character) => byRadical.get(character) ?? character.normalize('NFKC'),
  )
}
