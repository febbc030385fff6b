// The page: a header and what the address names. A new page is one component and one line here.
import { createApp, defineComponent, h, nextTick, ref, watch } from './vue.js';
import { api } from './api.js';
import { t } from './i18n.js';
import { may } from './me.js';
import { route, to } from './routes.js';
import { caller, key, locale, refused, session, switchTheme } from './state.js';
import { AlertPage } from './components/alerts/alert-page.js';
import { Alerts } from './components/alerts/alerts.js';
import { Rules } from './components/alerts/rules.js';
import { Board } from './components/board.js';
import { ReviewDetail } from './components/detail.js';
import { Found } from './components/found.js';
import { KeyGate } from './components/key-gate.js';
import { ReviewPage } from './components/review-page.js';
import { Service } from './components/service.js';
import { TicketPage } from './components/tickets/ticket-page.js';
import { Tickets } from './components/tickets/tickets.js';

/** Pages by the first word of their address: of all, and of one by its number. */
const PAGES = {
  '': { all: Board },
  alerts: { all: Alerts, one: AlertPage },
  rules: { all: Rules },
  tickets: { all: Tickets, one: TicketPage },
  service: { all: Service },
  reviews: { all: Found, one: ReviewPage },
};
const MENU = ['', 'alerts', 'tickets', 'service'];

const App = defineComponent({
  name: 'App',
  setup() {
    const main = ref(null);
    // a screen reader goes on where the new page begins
    watch(() => `${route.value.page}/${route.value.id ?? ''}`, () => nextTick(() => {
      main.value?.focus();
      scrollTo(0, 0);
    }));
    watch(() => [route.value.page, locale.value], () => {
      const { page: name } = route.value;
      document.title = [t(name in PAGES ? `menu.${name || 'overview'}` : 'menu.overview'), t('title')].join(' · ');
    }, { immediate: true });
    return () => [
      header(() => main.value?.focus()),
      caller.value && !refused.value
        ? h('main', { ref: main, tabindex: -1, 'data-testid': 'board' }, [page(), h(ReviewDetail)])
        : h(KeyGate),
    ];
  },
});

function page() {
  const { page: name, id } = route.value;
  const known = PAGES[name] ?? PAGES[''];
  return id && known.one ? h(known.one, { id, key: `${name}/${id}` }) : h(known.all, { key: name });
}

async function signOut() {
  if (session.value && !key.value) await api.logout().catch(() => {}); // it ends by itself where the service cannot be asked
  key.value = '';
  session.value = '';
  refused.value = false;
}

function header(onSkip) {
  return h('header', { class: 'top' }, [
    h('a', { class: 'skip', href: '#', onClick: event => { event.preventDefault(); onSkip(); } }, t('skip')),
    h('img', { src: 'icon.svg', alt: '', width: 32, height: 32 }),
    h('div', { class: 'name' }, [h('h1', t('title')), h('p', { class: 'lead' }, t('tagline'))]),
    caller.value && !refused.value ? menu() : null,
    h('div', { class: 'tools' }, [
      caller.value ? h('button', { class: 'quiet', 'data-testid': 'sign-out', onClick: signOut }, t('key.forget')) : null,
      h('button', { class: 'quiet', 'aria-label': t('theme.switch'), title: t('theme.switch'), onClick: switchTheme }, '◐'),
      h('button', {
        class: 'quiet', 'data-testid': 'language', onClick: () => { locale.value = locale.value === 'zh' ? 'en' : 'zh'; },
      }, t('language.switch')),
    ]),
  ]);
}

function menu() {
  const names = may('admin') ? [...MENU, 'rules'] : MENU;
  return h('nav', { class: 'menu', 'aria-label': t('menu') }, names.map(name => h('a', {
    href: to(`/${name}`), 'data-testid': `menu-${name || 'overview'}`,
    'aria-current': route.value.page === name ? 'page' : undefined,
  }, t(`menu.${name || 'overview'}`))));
}

createApp(App).mount('#app');
