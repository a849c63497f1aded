// Where the programs under test lie and where pictures go.

import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BUILT = path.join(path.resolve(ROOT, process.env.CARGO_TARGET_DIR ?? 'target'), 'debug');

/**
 * The window's program: a debug build, since only that answers dialogs by itself and lets the clock stand still, unless another is named.
 * Journeys that need neither run in a release build as well.
 */
export const PROGRAM = path.resolve(ROOT, process.env.SHUKE_PROGRAM ?? path.join(BUILT, 'shuke-desktop'));
/** The command line twin, for preparing and checking files. */
export const SHUKE = path.join(BUILT, 'shuke');
/** Where pictures go. */
export const OUT = path.join(ROOT, 'tests', 'out');
