/** The name of a file without its folders and its ending, as the owner calls it. */
export function nameOf(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? '';
  return name.replace(/\.shuke$/i, '');
}
