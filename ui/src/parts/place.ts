/** Where a floating panel goes: under its anchor, above it when there is more room, and never outside the window. */
export interface Box {
  left: number;
  top: number;
  bottom: number;
  width: number;
}
export interface Spot {
  left: number;
  top: number;
  maxHeight: number;
}

const GAP = 4;
const EDGE = 8;

export function placeUnder(
  anchor: Box,
  panel: { width: number; height: number },
  view: { width: number; height: number },
  end = false,
): Spot {
  const below = view.height - anchor.bottom - GAP - EDGE;
  const above = anchor.top - GAP - EDGE;
  const up = panel.height > below && above > below;
  const maxHeight = Math.max(80, up ? above : below);
  const height = Math.min(panel.height, maxHeight);
  const wanted = end ? anchor.left + anchor.width - panel.width : anchor.left;
  return {
    left: Math.max(EDGE, Math.min(wanted, view.width - panel.width - EDGE)),
    top: up ? anchor.top - GAP - height : anchor.bottom + GAP,
    maxHeight,
  };
}
