/** Whether a request may read, and if not, what to tell: no key at all, or a key that does not open. */
export type Access =
  | { granted: true; name: string; scope: 'read' | 'admin' }
  | { granted: false; code: 'key-missing' | 'key-refused'; detail: string };

/** Decides from a request's headers; asked before anything else is looked at. */
export type Authorise = (headers: Headers) => Promise<Access>;

/** Opens to everyone: for the server on the loopback interface, whose only caller is its owner. */
export const openToAll: Authorise = async () => ({ granted: true, name: 'local', scope: 'admin' });
