/**
 * Whether a key press belongs to an input method that is composing. Enter, space, digits and arrows then choose characters
 * and must not trigger anything. Some engines do not set `isComposing` on the first press but always report key code 229.
 */
export function composing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
