/** Every place of the window with its parameters. A screen is added here, in screens.ts and, if it stands at the left, in nav.ts. */
export interface Views {
  /** Look, language and size of type. */
  settings: Record<never, never>;
}
