/** What an outlet's or a role's name ends with, or the whole of it. */
const OUTLET =
  /(?<=\p{Ll}|\p{Lu}{2}|[.’'])(?=(?:(?:\p{Lu}\p{Ll}+ ){1,3}(?:Press|News|Times|Post|Herald|Tribune|Journal|Gazette|Agency|Service|Wire|Writer|Writers|Reporter|Correspondent|Editor)|(?:Associated Press|Reuters|Bloomberg|Agence France|AFP|Staff Writer|Special to))(?!\p{L}))/u;

/** An author line with a comma where a name and the outlet behind it were glued together: `Ann Roe and Tom PellAssociated Press`. */
export function splitJoinedNames(line: string): string {
  return line.split(OUTLET).join(', ');
}
