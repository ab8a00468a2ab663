/** Ties the parts of the page to its state. */
'use strict';

(() => {
  const { curves, plot, gallery, errors, training, state } = fastact;
  const { Parameters } = fastact.parameters;
  const at = (id) => document.getElementById(id);
  /** Milliseconds after the last change until the address and the spoken text follow. */
  const PAUSE = 250;
  const ZOOM = 1.6;
  const LOOKS = { value: 'first', slope: 'first slope', second: 'second', 'second-slope': 'second slope' };

  let now = state.parsed(location.hash);
  let picture = null;
  let hover = null; // x under the pointer
  let measured = ''; // what the panel of errors shows
  let later = 0;

  const first = new Parameters(at('parameters'), 'first', (name) => `Parameters of ${name}`, (given) => change({ given }));
  const second = new Parameters(at('second-parameters'), 'second', (name) => `Parameters of ${name}`, (secondGiven) =>
    change({ secondGiven }));

  // ---- the state and the address ---------------------------------------------------------------------------------------------

  /** Takes over what has changed; another function is a step of the history, all else is not. */
  function change(changes) {
    const other = 'first' in changes && changes.first !== now.first;
    if (other) remember('replaceState');
    now = { ...now, ...changes, unknown: null };
    if (other) remember('pushState');
    show();
    clearTimeout(later);
    later = setTimeout(settled, PAUSE);
  }

  function settled() {
    remember('replaceState');
    if (document.activeElement !== at('curve')) at('spoken').textContent = sentence();
  }

  function remember(how) {
    const hash = state.written(now);
    if (hash !== location.hash && (location.hash || hash !== state.written(state.parsed('')))) history[how](null, '', hash);
  }

  function choose(name) {
    change({ first: name, given: state.defaults(name) });
  }

  /** What the address says, when it was not this script that changed it. */
  function follow() {
    clearTimeout(later);
    now = state.parsed(location.hash);
    show();
  }

  // ---- what is seen ----------------------------------------------------------------------------------------------------------

  /** The curves that can be drawn, by the keys of `hidden`. */
  function functions() {
    const of = (name, given) => {
      const { value, slope, kinks } = fastact.functions[name];
      return [value(given), slope(given), kinks(given)];
    };
    const [f, df, kinks] = of(now.first, now.given);
    const found = { value: [f, kinks], slope: [df, kinks] };
    if (now.second) {
      const [g, dg, others] = of(now.second, now.secondGiven);
      Object.assign(found, { second: [g, others], 'second-slope': [dg, others] });
    }
    return found;
  }

  function show() {
    const described = fastact.functions[now.first];
    document.title = `${now.first}: fastact explorer`;
    at('notice').hidden = !now.unknown;
    at('notice').textContent = now.unknown ? `There is no function of one element called ${now.unknown}; this is ${now.first}.` : '';
    if (at('name').textContent !== now.first) introduce(described);
    first.show(now.first, now.given);
    at('second').value = now.second ?? '';
    at('swap').disabled = !now.second;
    second.show(now.second, now.secondGiven);
    properties(described);
    for (const [key, value] of [['from', now.from], ['to', now.to], ['at', now.at]]) {
      if (document.activeElement !== at(key)) at(key).value = Number(value.toPrecision(6));
    }
    for (const key of [now.errors, now.span]) document.querySelector(`.choice [value=${key}]`).checked = true;
    draw();
  }

  /** What depends on the function alone. */
  function introduce({ about, source, page, related, mathml }) {
    at('name').textContent = now.first;
    at('about').textContent = about;
    at('formula-value').innerHTML = mathml[0];
    at('formula-slope').innerHTML = mathml[1];
    Object.assign(at('page'), { href: page, textContent: `All about ${now.first}` });
    at('related').replaceChildren(...(related.length ? ['Related: '] : []), ...related.flatMap((name, k) => {
      const link = Object.assign(document.createElement('a'), { href: `#${name}`, textContent: name });
      return k ? [', ', link] : [link];
    }));
    at('source').textContent = `Source: ${source}.`;
    gallery.mark(now.first);
  }

  function properties({ range, kinks, monotonic, symmetry }) {
    const bends = [...new Set(kinks(now.given))].filter(Number.isFinite).sort((a, b) => a - b);
    const [low, high] = range(now.given);
    const told = {
      Range: `${plot.number(low)} to ${plot.number(high)}`,
      Kinks: bends.length ? bends.map((kink) => plot.number(kink)).join(', ') : 'none',
      Monotonic: monotonic(now.given) ? 'yes: it never falls' : 'no',
      Symmetry: symmetry ?? 'none',
    };
    at('properties').replaceChildren(...Object.entries(told).map(([key, value]) => {
      const row = document.createElement('div');
      row.append(Object.assign(document.createElement('dt'), { textContent: key }));
      row.append(Object.assign(document.createElement('dd'), { textContent: value }));
      return row;
    }));
  }

  function draw() {
    const found = Object.entries(functions()).filter(([key]) => !now.hidden.has(key));
    const drawn = found.map(([key, [f, kinks]]) => [key, curves.curve(f, kinks, now.from, now.to)]);
    const heights = curves.limits(drawn.map(([, curve]) => curve), now.to - now.from);
    picture = new plot.Plot(at('curve'), { x: [now.from, now.to], y: heights });
    for (const [key, curve] of drawn) picture.draw(curve, LOOKS[key]);
    readout();
    const between = now.span === 'above' ? [now.from, now.to] : null;
    const asked = JSON.stringify([now.first, now.errors, between, at('errors').clientWidth]);
    if (asked !== measured) errors.show(now.first, now.errors, between);
    measured = asked;
  }

  /** The values at the pointer, or else at the cursor. */
  function readout() {
    const x = hover ?? now.at;
    const found = functions();
    for (const label of document.querySelectorAll('#legend label[data-curve]')) {
      const key = label.dataset.curve;
      label.hidden = !(key in found);
      if (label.hidden) continue;
      const [box, , what, output] = label.children;
      const name = key.startsWith('second') ? now.second : now.first;
      box.checked = !now.hidden.has(key);
      what.textContent = key.endsWith('slope') ? `${name}′` : name;
      output.textContent = plot.number(found[key][0](x));
    }
    if (document.activeElement !== at('at')) at('at').value = Number(x.toPrecision(6));
    picture.cursor(x, Object.entries(found).filter(([key]) => !now.hidden.has(key)).map(([key, [f]]) => [f(x), LOOKS[key]]));
    const slider = at('curve');
    slider.setAttribute('aria-valuemin', now.from);
    slider.setAttribute('aria-valuemax', now.to);
    slider.setAttribute('aria-valuenow', Math.min(now.to, Math.max(now.from, now.at)));
    slider.setAttribute('aria-valuetext', sentence());
  }

  /** The values at the cursor, in words. */
  function sentence() {
    const told = Object.entries(functions()).filter(([key]) => !now.hidden.has(key)).map(([key, [f]]) => {
      const name = key.startsWith('second') ? now.second : now.first;
      return `${key.endsWith('slope') ? `derivative of ${name}` : name} ${plot.number(f(now.at), 4)}`;
    });
    return [`x = ${plot.number(now.at, 4)}`, ...told].join(', ');
  }

  // ---- what moves it ---------------------------------------------------------------------------------------------------------

  /** Wider or narrower by a factor, about the cursor where it is in sight. */
  function zoom(factor) {
    const about = now.at >= now.from && now.at <= now.to ? now.at : (now.from + now.to) / 2;
    const width = (now.to - now.from) * factor;
    ends(rounded(about - (about - now.from) * factor, width), rounded(about + (now.to - about) * factor, width));
  }

  /** A number on a grid that is finer than a picture of this width can show. */
  function rounded(x, width) {
    const grid = 10 ** Math.floor(Math.log10(width / 5000));
    return Number((Math.round(x / grid) * grid).toPrecision(12));
  }

  /** Other ends of x, if a picture can have them. */
  function ends(from, to) {
    const [low, high] = state.range(from, to, [now.from, now.to]);
    change({ from: low, to: high });
  }

  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = ((now.to - now.from) / 100) * (event.shiftKey ? 10 : 1);
    const places = {
      ArrowRight: now.at + step, ArrowUp: now.at + step, ArrowLeft: now.at - step, ArrowDown: now.at - step,
      PageUp: now.at + 10 * step, PageDown: now.at - 10 * step, Home: now.from, End: now.to,
    };
    const factors = { '+': 1 / ZOOM, '=': 1 / ZOOM, '-': ZOOM };
    if (event.key in places) put(places[event.key]);
    else if (event.key in factors) zoom(factors[event.key]);
    else return;
    event.preventDefault();
  }

  /** Puts the cursor at a number in sight. */
  function put(x) {
    hover = null;
    change({ at: Math.min(now.to, Math.max(now.from, rounded(x, now.to - now.from))) });
  }

  function field(id, use) {
    at(id).addEventListener('change', () => {
      const value = at(id).valueAsNumber;
      if (Number.isFinite(value)) use(value);
      at(id).value = Number(now[id].toPrecision(6));
    });
  }

  function listen() {
    const curve = at('curve');
    curve.addEventListener('keydown', key);
    curve.addEventListener('pointermove', (event) => {
      hover = event.pointerType === 'mouse' || event.buttons ? picture.under(event) : null;
      readout();
    });
    curve.addEventListener('pointerleave', () => {
      hover = null;
      readout();
    });
    curve.addEventListener('click', (event) => put(picture.under(event)));
    field('at', (value) => change({ at: value }));
    field('from', (value) => ends(value, now.to));
    field('to', (value) => ends(now.from, value));
    at('closer').addEventListener('click', () => zoom(1 / ZOOM));
    at('farther').addEventListener('click', () => zoom(ZOOM));
    at('whole').addEventListener('click', () => change({ from: state.RANGE.from, to: state.RANGE.to }));
    for (const label of document.querySelectorAll('#legend label[data-curve]')) {
      label.firstElementChild.addEventListener('change', (event) => {
        const hidden = new Set(now.hidden);
        hidden[event.target.checked ? 'delete' : 'add'](label.dataset.curve);
        change({ hidden });
      });
    }
    at('second').append(new Option('nothing', ''), ...Object.keys(fastact.functions).map((name) => new Option(name, name)));
    at('second').addEventListener('change', () => {
      const name = at('second').value || null;
      change({ second: name, secondGiven: name ? state.defaults(name) : {} });
    });
    at('swap').addEventListener('click', () =>
      change({ first: now.second, given: now.secondGiven, second: now.first, secondGiven: now.given }));
    at('errors-of').addEventListener('change', (event) => change({ errors: event.target.value }));
    at('errors-span').addEventListener('change', (event) => change({ span: event.target.value }));
    at('related').addEventListener('click', (event) => {
      if (!event.target.matches('a') || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose(event.target.textContent);
    });
    addEventListener('hashchange', follow);
    jump('skip', 'curve');
    jump('to-spirals', 'spirals');
  }

  /** A link to a place in the page, whose address keeps its hash. */
  function jump(link, place) {
    at(link).addEventListener('click', (event) => {
      event.preventDefault();
      at(place).scrollIntoView();
      at(place).focus({ preventScroll: true });
    });
  }

  at('version').textContent = `fastact ${fastact.version}`;
  gallery.start(choose);
  listen();
  show();
  training.start();
  let width = at('curve').clientWidth;
  new ResizeObserver(() => {
    if (at('curve').clientWidth === width) return;
    width = at('curve').clientWidth;
    draw();
    training.draw();
  }).observe(at('curve'));
})();
