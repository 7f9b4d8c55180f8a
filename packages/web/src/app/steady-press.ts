/** What is pressed as a whole; a press within it is a press of it. */
const pressable = 'button, a[href], label, summary, [role="menuitem"], .ant-select-item-option'
/** How far a hand moves, in pixels, that only presses. */
const mostMoved = 4

interface Press {
  element: HTMLElement
  x: number
  y: number
}

/**
 * Makes a press count for what it began on. What arrives late moves what stands below it, perhaps between the pressing down and the
 * letting go: a mouse would then click whatever both places have in common, and a finger what has come under it, which may be
 * another decision.
 */
export function keepPressesSteady(): void {
  let begun: Press | undefined
  addEventListener(
    'pointerdown',
    ({ target, isPrimary, button, clientX, clientY }) => {
      const element = target instanceof Element ? target.closest<HTMLElement>(pressable) : null
      begun = element && isPrimary && button === 0 ? { element, x: clientX, y: clientY } : undefined
    },
    { capture: true },
  )
  addEventListener(
    'click',
    (event) => {
      const press = begun
      begun = undefined
      if (!press || !isElsewhere(event, press)) return
      event.preventDefault()
      event.stopImmediatePropagation()
      press.element.click()
    },
    { capture: true },
  )
}

/** Whether a click went to another place because the page moved, and not the hand. What is gone meanwhile is not clicked. */
function isElsewhere(event: MouseEvent, { element, x, y }: Press): boolean {
  // Of the keyboard, of a program, or to open another tab.
  if (!event.isTrusted || event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return false
  if (!element.isConnected || (event.target instanceof Node && element.contains(event.target))) return false
  return Math.hypot(event.clientX - x, event.clientY - y) <= mostMoved
}
