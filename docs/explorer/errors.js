/** The panel of float32 errors, which the build has measured: of the naive formula and of fastact. */
'use strict';

fastact.errors = (() => {
  const { plot } = fastact;
  /** Errors below the first lie on the axis; the second is the least that the axis ends with. */
  const [LEAST, HIGH] = [0.01, 100];

  /** Draws the errors of a function (`part` value) or of its derivative (slope) between two ends of x, or all there are. */
  function show(name, part, between = null) {
    const element = document.getElementById('errors');
    const { x, [part]: errors } = seen(fastact.functions[name].errors, between);
    if (!x.length) return nothing(element);
    const finite = [...errors.naive, ...errors.fastact].filter(Number.isFinite);
    const top = 10 ** Math.ceil(Math.log10(Math.max(HIGH, ...finite)) + 0.15);
    const picture = new plot.Plot(element, { x: between ?? [Math.floor(Math.min(...x)), Math.ceil(Math.max(...x))], y: [LEAST, top], log: true, height: 230, label: 'ULP' });
    picture.curves.append(half(picture));
    picture.above.append(points(picture, x, errors.naive, 'naive', top), points(picture, x, errors.fastact, 'own', top));
    const lines = ['naive', 'fastact'].map((who) => summary(who, x, errors));
    document.getElementById('errors-summary').replaceChildren(...lines.map(({ look, text }) => told(look, text)));
    element.setAttribute('aria-label', `Errors in ULP by x, on a logarithmic axis. ${lines.map(({ text }) => text).join(' ')}`);
    document.getElementById('errors-at').textContent = parameters(name);
  }

  /** The errors at the x between two ends. */
  function seen(errors, between) {
    if (!between) return errors;
    const kept = (numbers) => numbers.filter((_, k) => errors.x[k] >= between[0] && errors.x[k] <= between[1]);
    const part = ({ naive, fastact, bound }) => ({ naive: kept(naive), fastact: kept(fastact), bound });
    return { x: kept(errors.x), value: part(errors.value), slope: part(errors.slope) };
  }

  function nothing(element) {
    const text = 'No error was measured between these ends.';
    element.replaceChildren(Object.assign(document.createElement('p'), { className: 'quiet', textContent: text }));
    element.setAttribute('aria-label', text);
    document.getElementById('errors-summary').replaceChildren();
  }

  /** The line that no rounded result can always stay below: half a unit. */
  function half(picture) {
    const y = picture.y(0.5);
    return plot.svg('line', { x1: picture.x(picture.ends.x[0]), x2: picture.x(picture.ends.x[1]), y1: y, y2: y, class: 'half' });
  }

  /** A point for each error; a triangle at the top for an infinite one. */
  function points(picture, x, errors, look, top) {
    const group = plot.svg('g', { class: look });
    errors.forEach((error, k) => {
      const [a, b] = [picture.x(x[k]), picture.y(Math.min(top, Math.max(LEAST, error)))];
      if (Number.isFinite(error)) group.append(plot.svg('circle', { cx: a.toFixed(1), cy: b.toFixed(1), r: look === 'own' ? 2 : 2.6 }));
      else group.append(plot.svg('path', { d: `M${a - 4} ${b + 7}h8l-4 -7z` }));
    });
    return group;
  }

  function summary(who, x, errors) {
    const worst = errors[who].reduce((most, error, k) => (error > errors[who][most] ? k : most), 0);
    const largest = errors[who][worst];
    const size = Number.isFinite(largest) ? `${count(largest)} ULP` : 'infinite';
    const here = largest > 0 ? `the largest error here is ${size}, at x = ${plot.number(x[worst], 4)}` : 'every result here is exact';
    if (who === 'naive') return { look: 'naive', text: `The formula in NumPy: ${here}.` };
    return { look: 'own', text: `fastact: ${here}; its stated bound is ${plot.number(errors.bound)}.` };
  }

  /** A size in two digits: 0.47, 1.5, 31,000. */
  const count = (size) => (size < 10 ? plot.number(size, 2) : Number(size.toPrecision(2)).toLocaleString('en'));

  function told(look, text) {
    const line = document.createElement('li');
    line.append(Object.assign(document.createElement('i'), { className: `dot ${look}` }), text);
    return line;
  }

  /** The parameters with which errors were measured. */
  function parameters(name) {
    const given = Object.entries(fastact.state.defaults(name)).map(([key, value]) => `${key} = ${plot.number(value, 4)}`);
    return given.length ? `Measured with ${given.join(', ')}.` : '';
  }

  return { show };
})();
