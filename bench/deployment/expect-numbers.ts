/** Throws an Error that names what is not as it should be: of each name what was found, and what was wanted. */
export function expectNumbers(
  where: string,
  numbers: Record<string, [found: number | undefined, wanted: number]>,
): void {
  for (const [name, [found = 0, wanted]] of Object.entries(numbers)) {
    if (found !== wanted) throw new Error(`${where}: ${name} is ${found}, and should be ${wanted}`);
  }
}
