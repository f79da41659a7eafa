(() => {
  'use strict';
  const d = document, R = d.documentElement;
  const $ = s => d.querySelector(s);
  const $$ = (s, r = d) => [...r.querySelectorAll(s)];
  R.classList.add('js');

  /* theme: the system's, until somebody chooses */
  const toggle = $('#theme');
  const dark = () => R.dataset.theme ? R.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme:dark)').matches;
  const paint = () => toggle.setAttribute('aria-pressed', dark());
  try { const t = localStorage.getItem('ipc-tck-theme'); if (t) R.dataset.theme = t; } catch { /* no storage */ }
  toggle.onclick = () => {
    R.dataset.theme = dark() ? 'light' : 'dark';
    try { localStorage.setItem('ipc-tck-theme', R.dataset.theme); } catch { /* no storage */ }
    paint();
  };
  paint();

  /* copy, or at least select */
  $$('[data-copy]').forEach(b => b.onclick = async () => {
    const source = d.getElementById(b.dataset.copy), label = [...b.childNodes];
    try { await navigator.clipboard.writeText(source.textContent); } catch { getSelection().selectAllChildren(source); return; }
    b.textContent = 'Copied';
    $('#say').textContent = 'Copied';
    setTimeout(() => { b.replaceChildren(...label); $('#say').textContent = ''; }, 1600);
  });

  /* filter: key:value, -key:value, "free text" */
  const q = $('#q'), only = $('#only'), tried = $('#tried'), out = $('#count'), T = $('#m');
  const rows = $$('tr.r', T);
  const heads = $$('thead th.s', T), subjects = heads.map(h => h.dataset.s);
  const cells = r => [...r.cells].slice(1);
  const parse = s => [...s.toLowerCase().matchAll(/(-?)(?:([a-z]+):)?("[^"]*"|\S+)/g)]
    .map(m => ({ not: !!m[1], key: m[2] || '', value: m[3].replace(/"/g, '') }));
  const differs = r => new Set(cells(r).map(c => c.dataset.v).filter(v => v !== 'na')).size > 1;
  const matches = (r, t, cols) => {
    switch (t.key) {
      case 'status': return cols.some(i => cells(r)[i].dataset.v.startsWith(t.value));
      case 'level': return r.dataset.l.toLowerCase().startsWith(t.value);
      case 'family': return r.parentNode.dataset.f.startsWith(t.value);
      case 'id': return r.id.toLowerCase().startsWith(t.value);
      case 'is': return differs(r);
      default: return r.cells[0].textContent.toLowerCase().includes(t.value);
    }
  };
  function filter() {
    const terms = parse(q.value);
    let cols = subjects.map((_, i) => i);
    terms.filter(t => t.key === 'subject')
      .forEach(t => cols = cols.filter(i => subjects[i].toLowerCase().startsWith(t.value) !== t.not));
    const rest = terms.filter(t => t.key !== 'subject');
    let shown = 0;
    rows.forEach(r => {
      const ok = rest.every(t => matches(r, t, cols) !== t.not)
        && (!only.checked || differs(r)) && (!tried.checked || r.classList.contains('tried'));
      r.hidden = !ok;
      r.nextElementSibling.hidden = !ok;
      shown += ok;
      cells(r).forEach((c, i) => c.hidden = !cols.includes(i));
    });
    heads.forEach((h, i) => h.hidden = !cols.includes(i));
    $$('tbody', T).filter(b => b.classList.contains('fam')).forEach(b => b.hidden = !$$('tr.r', b).some(r => !r.hidden));
    const live = terms.length || only.checked || tried.checked;
    const part = cols.length < subjects.length ? `, ${cols.length} of ${subjects.length} subjects` : '';
    out.textContent = live ? `${shown} of ${rows.length} shown${part}` : out.dataset.all;
    const hash = q.value ? '#?q=' + encodeURIComponent(q.value) : '';
    if (hash || location.hash.startsWith('#?q=')) history.replaceState(null, '', hash || location.pathname);
  }
  q.oninput = only.onchange = tried.onchange = filter;
  $$('[data-tok]').forEach(b => b.onclick = () => {
    const token = b.dataset.tok, words = q.value.split(/\s+/).filter(Boolean);
    q.value = (words.includes(token) ? words.filter(w => w !== token) : [...words, token]).join(' ');
    filter();
    q.focus();
  });

  /* a link to a requirement opens its row */
  const fromHash = () => {
    if (location.hash.startsWith('#?q=')) {
      q.value = decodeURIComponent(location.hash.slice(4));
      filter();
      $('#requirements').scrollIntoView();
    } else {
      const r = d.getElementById(location.hash.slice(1));
      if (r && r.matches('tr.r')) r.querySelector('details').open = true;
    }
  };
  addEventListener('hashchange', fromHash);
  fromHash();

  /* keys */
  let next = 0;
  d.addEventListener('keydown', e => {
    if (e.target.matches('input,textarea')) {
      if (e.key === 'Escape' && e.target === q) { q.value = ''; filter(); q.blur(); }
      return;
    }
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === '/') { e.preventDefault(); q.focus(); q.select(); }
    if (e.key === 'v') {
      const all = $$('.violation'), t = all[next++ % (all.length || 1)];
      if (t) { t.focus(); t.scrollIntoView({ block: 'center' }); }
    }
  });

  /* one tab stop in the grid, arrows walk it, Enter or a click opens the evidence */
  const grid = () => rows.filter(r => !r.hidden).map(r => cells(r).filter(c => !c.hidden));
  const flip = cell => { const x = cell.parentNode.querySelector('details'); x.open = !x.open; };
  rows.forEach(r => cells(r).forEach(c => { c.tabIndex = -1; c.onclick = () => flip(c); }));
  if (rows.length && cells(rows[0]).length) cells(rows[0])[0].tabIndex = 0;
  T.addEventListener('keydown', e => {
    if (!e.target.matches('tr.r > td')) return;
    if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); flip(e.target); return; }
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[e.key];
    if (!step) return;
    e.preventDefault();
    const g = grid(), y = g.findIndex(r => r.includes(e.target)), x = g[y].indexOf(e.target);
    const t = g[y + step[0]]?.[x + step[1]];
    if (t) { e.target.tabIndex = -1; t.tabIndex = 0; t.focus(); }
  });

  /* a diagram and its table speak of the same events */
  const twins = $$('[data-e]');
  twins.forEach(x => ['mouseenter', 'mouseleave', 'focusin', 'focusout'].forEach(t => x.addEventListener(t, () =>
    twins.forEach(y => y.classList.toggle('on', (t === 'mouseenter' || t === 'focusin') && y.dataset.e === x.dataset.e)))));
})();
