/**
 * Only requests that name this machine are served. A web page that rebinds its own name to 127.0.0.1 still sends
 * its own name as Host, and so reads nothing.
 */
const loopbackHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;

export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && loopbackHost.test(host);
}
