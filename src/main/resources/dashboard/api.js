// The REST interface as the page sees it; the only file that knows paths and parameters.
import { document } from './documents.js';
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

export const api = {
  login: (login, password) => request('/login', { method: 'POST', body: JSON.stringify({ login, password }) }),
  logout: () => request('/logout', { method: 'POST' }),
  reviews: async (parameters, signal) => withTexts(await get('/reviews', parameters, signal), signal),
  review: async (id, signal) => document(await get(`/reviews/${encodeURIComponent(id)}`, {}, signal)),
  sentiment: (parameters, signal) => get('/trends/sentiment', parameters, signal),
  keywordTrend: (parameters, signal) => get('/trends/keywords', parameters, signal),
  keywords: (parameters, signal) => get('/keywords', parameters, signal),
  analyze: (body, signal) => request('/analyze', { method: 'POST', body: JSON.stringify(body), signal }),
  stream: (signal, lastId) => open('/stream', {
    signal,
    headers: { Accept: 'text/event-stream', ...(lastId ? { 'Last-Event-ID': lastId } : {}) },
  }),
};

// A hit may be no more than its id and spans; its text is then asked for.
async function withTexts(answer, signal) {
  const whole = hit => (hit.review || hit.stored || hit.text ? hit : get(`/reviews/${hit.id}`, {}, signal).then(found => ({ ...found, ...hit })));
  const found = await Promise.all(answer.hits.map(hit => Promise.resolve(whole(hit)).catch(failure => gone(failure))));
  return { ...answer, hits: found.filter(Boolean).map(document) };
}

// Erased since it was found; anything else is a problem of the whole page.
function gone(failure) {
  if (failure.status === 404) return null;
  throw failure;
}

function get(path, parameters, signal) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== null && one !== '') query.append(name, one);
    }
  }
  const text = query.toString();
  return request(text ? `${path}?${text}` : path, { signal });
}

async function request(path, options) {
  const response = await open(path, options);
  return response.status === 204 ? null : response.json();
}

async function open(path, { headers = {}, ...options }) {
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
