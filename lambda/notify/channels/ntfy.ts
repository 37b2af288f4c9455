import type { Delivery } from '../../model/delivery.ts';
import type { PostRequest } from '../../model/ports.ts';
import type { SendingChannel } from '../../model/search.ts';
import { messageOf } from '../message.ts';

/** The request by which a topic of ntfy is told of a statement: JSON to the server, for headers hold no letters beyond Latin-1. */
export function ntfyRequest({ url }: Extract<SendingChannel, { kind: 'ntfy' }>, delivery: Delivery): PostRequest {
  const { who, said, where, url: click } = messageOf(delivery);
  const address = new URL(url);
  const parts = address.pathname.split('/').filter((part) => part !== '');
  const topic = decodeURIComponent(parts.pop() ?? '');
  const server = new URL(`/${parts.join('/')}`, address).href;
  const body = JSON.stringify({ topic, title: who, message: `${said}\n${where}`, ...(click && { click }) });
  return { url: server, headers: { 'content-type': 'application/json' }, body };
}
