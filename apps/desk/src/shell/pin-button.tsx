import { type Pin, usePins } from './pins.ts'

/** Keeps a screen at hand in the navigation, or takes it out again. */
export function PinButton({ href, label }: Pin) {
  const { isPinned, toggle } = usePins()
  const isOn = isPinned(href)
  return (
    <button
      type="button"
      className="button plain pin no-print"
      aria-pressed={isOn}
      title={isOn ? '从常用栏目中取下' : '放到左边的常用栏目'}
      onClick={() => toggle({ href, label })}
    >
      <span aria-hidden="true">{isOn ? '★' : '☆'}</span> 常用
      <span className="visually-hidden">：{label}</span>
    </button>
  )
}
