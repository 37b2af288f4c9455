/** The year that digits mean: two of them 1950 to 2049, as in RFC 2822, 4.3. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}
