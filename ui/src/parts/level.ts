export type LevelTone = 'plain' | 'silver' | 'gold' | 'diamond';

/** The metal of a level: the lowest is plain, the highest of a full ladder is diamond, and owners may have 2 to 6 levels. */
export function levelTone(rank: number, of = 4): LevelTone {
  if (rank <= 0) return 'plain';
  const below = Math.max(0, of - 1 - rank);
  if (of >= 4 && below === 0) return 'diamond';
  if (below <= (of >= 4 ? 1 : 0)) return 'gold';
  return 'silver';
}
