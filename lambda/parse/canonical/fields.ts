import type { OptionalEntryField } from '../../model/feed-document.ts';

/** How an element's value is read; `markup` leaves open whether it is plain or HTML, and its attributes tell. */
export type Shape =
  | 'plain'
  | 'markup'
  | 'person'
  | 'link'
  | 'guid'
  | 'category'
  | 'keywords'
  | 'enclosure'
  | 'media'
  | 'source';

/** What a value is for; of the fields that hold one value, the lowest rank counts. */
export interface FieldRule {
  field:
    | 'title'
    | 'link'
    | 'guid'
    | 'description'
    | 'summary'
    | 'content'
    | 'language'
    | 'published'
    | 'updated'
    | 'author'
    | 'tag'
    | 'enclosure'
    | 'ttl'
    | 'updatePeriod'
    | 'updateFrequency'
    | OptionalEntryField;
  shape: Shape;
  rank: number;
}

const rule = (field: FieldRule['field'], shape: Shape, rank = 0): FieldRule => ({ field, shape, rank });

/**
 * Every element that says something of a feed or an entry, by vocabulary and name. The ranks follow what RSS 2.0 readers
 * agree on: the format's own element first, then Dublin Core, then iTunes, then Media RSS.
 */
export const FIELDS: ReadonlyMap<string, FieldRule> = new Map(
  Object.entries({
    'rss:title': rule('title', 'markup'),
    'atom:title': rule('title', 'markup', 1),
    'dc:title': rule('title', 'markup', 2),
    'dcterms:title': rule('title', 'markup', 3),
    'itunes:title': rule('title', 'markup', 4),
    'media:title': rule('title', 'markup', 5),

    'feedburner:origlink': rule('link', 'link', 0),
    'rss:link': rule('link', 'link', 2),
    'atom:link': rule('link', 'link', 3),
    'rss:guid': rule('guid', 'guid', 0),
    'rss:id': rule('guid', 'guid', 1),
    'atom:id': rule('guid', 'guid', 1),
    'dc:identifier': rule('guid', 'plain', 2),
    'dcterms:identifier': rule('guid', 'plain', 3),

    'rss:description': rule('description', 'markup', 0),
    'rss:tagline': rule('description', 'markup', 1),
    'atom:subtitle': rule('description', 'markup', 1),
    'atom:tagline': rule('description', 'markup', 1),
    'atom:info': rule('description', 'markup', 6),
    'rss:summary': rule('summary', 'markup', 0),
    'atom:summary': rule('summary', 'markup', 0),
    'dc:description': rule('description', 'markup', 2),
    'dcterms:abstract': rule('description', 'markup', 3),
    'itunes:summary': rule('description', 'markup', 4),
    'googleplay:description': rule('description', 'markup', 5),
    'itunes:subtitle': rule('description', 'markup', 7),
    'media:description': rule('description', 'markup', 8),
    'content:encoded': rule('content', 'markup', 0),
    'atom:content': rule('content', 'markup', 1),
    'rss:content': rule('content', 'markup', 2),
    'xhtml:body': rule('content', 'markup', 3),
    'rss:body': rule('content', 'markup', 4),

    'rss:language': rule('language', 'plain', 0),
    'dc:language': rule('language', 'plain', 1),
    'dcterms:language': rule('language', 'plain', 2),

    'rss:pubdate': rule('published', 'plain', 0),
    'atom:published': rule('published', 'plain', 1),
    'rss:published': rule('published', 'plain', 2),
    'atom:issued': rule('published', 'plain', 3),
    'dcterms:issued': rule('published', 'plain', 4),
    'dc:date': rule('published', 'plain', 5),
    'dcterms:date': rule('published', 'plain', 6),
    'atom:created': rule('published', 'plain', 7),
    'dcterms:created': rule('published', 'plain', 8),
    'rss:date': rule('published', 'plain', 9),
    'atom:updated': rule('updated', 'plain', 0),
    'rss:updated': rule('updated', 'plain', 1),
    'atom:modified': rule('updated', 'plain', 2),
    'dcterms:modified': rule('updated', 'plain', 3),
    'rss:lastbuilddate': rule('updated', 'plain', 4),

    'rss:author': rule('author', 'person', 0),
    'atom:author': rule('author', 'person', 0),
    'dc:creator': rule('author', 'person', 0),
    'dc:author': rule('author', 'person', 0),
    'dcterms:creator': rule('author', 'person', 0),
    'itunes:author': rule('author', 'person', 1),
    'googleplay:author': rule('author', 'person', 1),
    'itunes:owner': rule('author', 'person', 2),
    'rss:managingeditor': rule('author', 'person', 2),
    'rss:webmaster': rule('author', 'person', 3),
    'media:credit': rule('author', 'person', 4),

    'rss:category': rule('tag', 'category'),
    'atom:category': rule('tag', 'category'),
    'itunes:category': rule('tag', 'category'),
    'googleplay:category': rule('tag', 'category'),
    'media:category': rule('tag', 'category'),
    'dc:subject': rule('tag', 'category'),
    'itunes:keywords': rule('tag', 'keywords'),
    'dcterms:subject': rule('tag', 'category'),

    'rss:enclosure': rule('enclosure', 'enclosure'),
    'feedburner:origenclosurelink': rule('enclosure', 'enclosure'),
    'media:content': rule('enclosure', 'media'),
    'media:group': rule('enclosure', 'media'),

    'rss:source': rule('source', 'source'),
    'atom:source': rule('source', 'source'),

    'rss:ttl': rule('ttl', 'plain'),
    'sy:updateperiod': rule('updatePeriod', 'plain'),
    'sy:updatefrequency': rule('updateFrequency', 'plain'),
  }),
);
