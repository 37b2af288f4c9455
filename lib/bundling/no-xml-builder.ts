/** Stands in for `xmlbuilder` in the bundles: xml2js loads it for writing XML, and only its reader is used. */
export function create(): never {
  throw new Error('xmlbuilder was left out of this bundle, for nothing in it writes XML through xml2js');
}
