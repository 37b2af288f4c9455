import type { SampleOptions } from './sample-bundle.ts';

const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

/** Of which bundle the records are. */
export const FORMER_SAMPLE: SampleOptions = { statements: 3, item: { expiresAt: '2026-05-31T09:00:00Z' } };

/** That bundle as an earlier version stored it, with fields that keys tell, hashes as text, and another dictionary. */
export const FORMER_RECORDS: Record<string, unknown>[] = [
  {
    feedHash: 'b14d2751f237f7ca1ca5c8489a1cdf59814a63f10619632ebfa060232615656b',
    contentHash: '47b3047a857faadf60aecd068ef579d9b53009520ee4cd5242ccb5949f033569',
    revision: 1,
    duplicateOf: null,
    fullText: 'feed',
    extractorVersion: 1,
    z1: bytes(
      'nZZRa8IwEMe/ypFno0nLxvRxww3GukLtEASRTNNaiIm7tnYb7LuPrq1aU/uwpzzc/bnL5fj/Ui9cd5CctbEV+G5ypFoWKTnaaHlQbrVYJw/lp9jtlRwJzJK1kumIX/faXk1z2UeJ+AUo9wYzKAMnhpJno+FeYkxa7Avq3CGUFhj96TMDfpptjdpBkSgFmGsQsUh0ZWOVYQ0ql/QSFPCS6w2YqDQ0a7pHdDcjIpcMX3bgd5brATAOnkAoXw343YSxCWPXuGyBlbmUOSEbV7IF6UH3uYSHTaUF6eX7JbXtehbE7ZT2Ztr1/8V8t4P57Ia6vN1d6wsQ0OnD2H8zG/8pfD18R7O50oe4+RjMXQ+py7zA+Ziuk0KsVk56G5Plzy8=',
    ),
    ttl: 1780218000,
    pk: 'ITEM#cnL2cc1ouLl5ixAZoJv6sA',
    sk: 'META',
    gsi1pk: 'FEED#harbour-news',
    gsi1sk: '2026-03-01T18:00:00.000Z#cnL2cc1ouLl5ixAZoJv6sA',
    gsi2pk: 'DAY#2026-03-01#1',
    gsi2sk: '2026-03-01T18:00:00.000Z#cnL2cc1ouLl5ixAZoJv6sA',
  },
  {
    pieces: 1,
    statements: bytes(
      'vZVfa8IwFMW/Sujzqkk6N+eb++McKA5bmAhjZG3aRJrWpXHVSb/7YDVUqG0Gk73ehMu5h/O7d29ljEga/ERPazn9tVEhI/I93Ug7oXlWU3t47NAtEeuYdolU3I9p1kU14dCxIfJQfwDhAMJlfY6j9V8S3Lgg5nSdSgVQB3isCiJshxXhZk4PYAouiR1vkqAidMolAZOy9DtUW6A5bqZVXf+NBp1lwgObhIrKxjhyPHp7sefZ8Ip5t0ke+ZPP3Ius4qLFaJWCWaZYGguQV5qxwWnH7LQOVRqG3KeV3eOyDma6fqb1WOurpf6b/Uo+78aLFY7E6O7mIRcO3j1ig/0kIjwpj++00nxpsL+HjQfpjHOttqH/4brBE+L9+2XPdb9C4Qyt4rX4Bg==',
    ),
    ttl: 1780218000,
    pk: 'ITEM#cnL2cc1ouLl5ixAZoJv6sA',
    sk: 'STMT#0000001#ALL#0000000',
  },
  {
    pieces: 1,
    data: bytes(
      'oikAgEC0uWk9nB+pZU9iFwfBoCB9eHWQSCcHTpfveKOEAj1pW5KQBjtg5xLD5ejQkt3zkHteZouhnH3c+laAEpvtm4HIV4K2kpfQ1EZ4LHPMVtg37JnI24Syn9GHWvUanGwSk3x/Ag==',
    ),
    coming: ['2026-03-01T18:00:00Z', '2026-04-01 0'],
    ttl: 1780218000,
    pk: 'ITEM#cnL2cc1ouLl5ixAZoJv6sA',
    sk: 'BODY#0000001#0000000',
  },
  { pk: 'SAID#mira-lund', sk: '2026-03-01T18:00:00.000Z#cnL2cc1ouLl5ixAZoJv6sA#0000001', ttl: 1780218000 },
  { pk: 'SAID#harbour-office', sk: '2026-03-01T18:00:00.000Z#cnL2cc1ouLl5ixAZoJv6sA#0000001', ttl: 1780218000 },
  {
    z1: bytes(
      'q0bYkJFYlJRfWqSbl1pejGEbVFIvtSIxtyAnVT+xqCQzOSe1WN8QyQ1uqUVFlQpFqQX5RSUKhhguMjDWNTAMMbSwMjCwMjCIQmTPILAOREoxgCYVM7TSEOxiIopEmDpEuQgSMSJUOAZBHa6nACom08CeKclX8C8uycjPyVUoz8zJUSgqzVNITE/MzIMUdZBCTUehWKkWAA==',
    ),
    ttl: 1780218000,
    pk: 'MENTIONED#2026-04-01',
    sk: '2026-03-01T18:00:00.000Z#cnL2cc1ouLl5ixAZoJv6sA#0000000#2026-04-01#0000001',
  },
  {
    pk: 'URL#R-EC9OUodOGTNvzfSWlnvg',
    feedId: 'harbour-news',
    storedAt: '2026-03-02T09:00:00Z',
    ttl: 1780218000,
    sk: '2026-03-02T09:00:00.000Z#cnL2cc1ouLl5ixAZoJv6sA',
  },
  {
    pk: 'TEXT#W3Mr-30MR2qEciwa__2s6g',
    feedId: 'harbour-news',
    storedAt: '2026-03-02T09:00:00Z',
    ttl: 1780218000,
    sk: '2026-03-02T09:00:00.000Z#cnL2cc1ouLl5ixAZoJv6sA',
  },
  { pk: 'DAYS#items', sk: '2026-03-01', kind: 'items', day: '2026-03-01' },
  { pk: 'DAYS#statements', sk: '2026-03-01', kind: 'statements', day: '2026-03-01' },
  { pk: 'DAYS#mentioned', sk: '2026-04-01', kind: 'mentioned', day: '2026-04-01' },
];
