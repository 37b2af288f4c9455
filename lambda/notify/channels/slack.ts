import type { Delivery } from '../../model/delivery.ts';
import type { PostRequest } from '../../model/ports.ts';
import type { SendingChannel } from '../../model/search.ts';
import { messageOf } from '../message.ts';

/** The request by which an incoming webhook of Slack is told of a statement. */
export function slackRequest({ url }: Extract<SendingChannel, { kind: 'slack' }>, delivery: Delivery): PostRequest {
  const { who, said, where, url: link } = messageOf(delivery);
  const place = link === null ? escaped(where) : `<${escapedLink(link)}|${escaped(where)}>`;
  const text = `*${escaped(who)}*\n${escaped(said)}\n${place}`;
  const context = `Search: ${escaped(delivery.searchName)}`;
  const body = JSON.stringify({
    // What notifications show.
    text: escaped(`${who}: ${said}`),
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text } },
      { type: 'context', elements: [{ type: 'mrkdwn', text: context }] },
    ],
    unfurl_links: false,
  });
  return { url, headers: { 'content-type': 'application/json' }, body };
}

/** Slack's three control characters. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** In a link `|` ends the address. */
const escapedLink = (url: string): string => escaped(url).replaceAll('|', '%7C');
