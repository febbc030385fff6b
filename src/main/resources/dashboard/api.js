// The REST interface as the page sees it; the only file that knows paths and parameters.
import { document } from './documents.js';
import { get, open, request, send } from './request.js';

const one = (path, id) => `${path}/${encodeURIComponent(id)}`;
const alert = id => one('/alerts', id);
const rule = id => one('/alert-rules', id);
const ticket = id => one('/tickets', id);

export const api = {
  login: (login, password) => send('POST', '/login', { login, password }),
  logout: () => request('/logout', { method: 'POST' }),
  me: signal => get('/me', {}, signal),
  reviews: async (parameters, signal) => withTexts(await get('/reviews', parameters, signal), signal),
  review: async (id, signal) => document(await get(one('/reviews', id), {}, signal)),
  sentiment: (parameters, signal) => get('/trends/sentiment', parameters, signal),
  keywordTrend: (parameters, signal) => get('/trends/keywords', parameters, signal),
  keywords: (parameters, signal) => get('/keywords', parameters, signal),
  analyze: (body, signal) => request('/analyze', { method: 'POST', body: JSON.stringify(body), signal }),
  stream: (signal, lastId) => open('/stream', {
    signal,
    headers: { Accept: 'text/event-stream', ...(lastId ? { 'Last-Event-ID': lastId } : {}) },
  }),

  alerts: (parameters, signal) => get('/alerts', parameters, signal),
  alert: (id, signal) => get(alert(id), {}, signal),
  acknowledgeAlert: (id, comment) => send('POST', `${alert(id)}/acknowledge`, { comment }),
  closeAlert: (id, comment) => send('POST', `${alert(id)}/close`, { comment }),
  muteAlert: (id, until, comment) => send('POST', `${alert(id)}/mute`, { until, comment }),
  rules: signal => get('/alert-rules', {}, signal),
  changeRule: (id, body, version) => send('PUT', rule(id), body, version),
  muteRule: (id, until) => send('POST', `${rule(id)}/mute`, { until }),

  tickets: (parameters, signal) => get('/tickets', parameters, signal),
  ticket: (id, signal) => get(ticket(id), {}, signal),
  registerTicket: body => send('POST', '/tickets', body),
  takeStep: ({ id, version }, step, body) => send('POST', `${ticket(id)}/steps/${step}`, body, version),
  commentTicket: (id, text) => send('POST', `${ticket(id)}/comments`, { text }),
  replyTicket: (id, body) => send('POST', `${ticket(id)}/replies`, body),
  ticketHistory: (id, parameters, signal) => get(`${ticket(id)}/history`, parameters, signal),
  ticketReviews: async (id, parameters, signal) => {
    const page = await get(`${ticket(id)}/reviews`, parameters, signal);
    return { ...page, reviews: page.reviews.map(document) };
  },
  similarCases: (id, signal) => get(`${ticket(id)}/similar-cases`, {}, signal),
  writeCase: body => send('POST', '/cases', body),
  procedures: (type, signal) => get('/procedures', { type }, signal),
  serviceMeasures: (parameters, signal) => get('/service-measures', parameters, signal),
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
