// Calls of the REST interface: who asks, in which language, and what a refusal says.
import { key, locale, refused, session } from './state.js';

const BASE = '/api/v1';

/** A problem answer (RFC 9457) or a broken connection. */
export class Problem extends Error {
  constructor(status, title, detail) {
    super(detail || title);
    this.status = status;
    this.title = title;
  }
}

/** The parameters as a query, without what is empty; of a list each value. */
function queryOf(parameters) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null && one !== '') query.append(name, one);
    }
  }
  return query.toString();
}

export function get(path, parameters = {}, signal) {
  const text = queryOf(parameters);
  return request(text ? `${path}?${text}` : path, { signal });
}

/** @param version of what was read, where a change must not go over another's */
export function send(method, path, body, version) {
  const headers = version === undefined ? {} : { 'If-Match': `"${version}"` };
  return request(path, { method, body: JSON.stringify(body), headers });
}

export async function request(path, options) {
  const response = await open(path, options);
  return response.status === 204 ? null : response.json();
}

export async function open(path, { headers = {}, ...options }) {
  let response;
  try {
    response = await fetch(BASE + path, {
      ...options,
      headers: {
        Accept: 'application/json',
        'Accept-Language': locale.value === 'zh' ? 'zh-CN' : 'en',
        ...(key.value ? { Authorization: `Bearer ${key.value}` } : { 'X-CSRF-Token': session.value }),
        ...(options.body ? { 'Content-Type': 'application/json' } : {}),
        ...headers,
      },
    });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Problem(0, 'unreachable', '');
  }
  if (response.ok) return response;
  if (response.status === 401 && path !== '/login') refused.value = true;
  const problem = await response.json().catch(() => ({}));
  throw new Problem(response.status, problem.title ?? response.statusText, problem.detail);
}
