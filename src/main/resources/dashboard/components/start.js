// What a service without reviews shows in place of empty charts: how reviews come in.
import { h } from '../vue.js';
import { t } from '../i18n.js';
import { panel } from './parts.js';

const EXAMPLE = JSON.stringify({ channel: 'survey', externalId: 's-1', text: '服务员很热情，就是瓶口漏酒', writtenAt: '2025-11-01T12:00:00+08:00' });

const WAYS = [
  ['start.file', './huisheng import reviews.ndjson --key hs_…'],
  ['start.push', `curl -H 'Authorization: Bearer hs_…' -H 'Content-Type: application/json' ${location.origin}/api/v1/reviews -d '${EXAMPLE}'`],
];

/** @param onAgain called when the reader has pushed something and wants the page to look again */
export function start({ onAgain }) {
  return panel({ id: 'start', title: t('start.title'), lead: t('start.lead') }, [
    h('dl', { class: 'steps' }, WAYS.flatMap(([name, command]) => [h('dt', t(name)), h('dd', h('code', command))])),
    h('p', h('a', { href: '/api/docs' }, t('start.docs'))),
    h('button', { class: 'primary', type: 'button', 'data-testid': 'start-again', onClick: onAgain }, t('start.again')),
  ]);
}
