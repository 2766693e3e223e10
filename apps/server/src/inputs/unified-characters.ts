/**
 * Radicals of the block CJK Radicals Supplement that PDFs give for the characters that look the same, and which
 * Unicode does not map to them; the Kangxi radicals and compatibility ideographs it does.
 */
const radicals = '⺁⺋⺎⺏⺕⺝⺟⺠⺮⺼⻁⻄⻅⻆⻉⻋⻌⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳'
const characters = '厂㔾兀尣彐月母民竹月虎西见角贝车辶长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟'

const byRadical = new Map([...radicals].map((radical, index) => [radical, [...characters][index] ?? radical]))

/** Text with the characters that people type in place of others that only look like them. */
export function unifyCharacters(text: string): string {
  return text.replace(
    /[\u2E80-\u2FDF\uF900-\uFAFF]/g,
    (character) => byRadical.get(character) ?? character.normalize('NFKC'),
  )
}
