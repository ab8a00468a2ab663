/**
 * What the page shows, and the same as the hash of its address, so that links, reloads and Back lead to it:
 * #mish&second=swish&second.beta=2&from=-8&to=8&at=1&hide=slope&errors=slope
 */
'use strict';

fastact.state = (() => {
  const RANGE = { from: -5, to: 5, at: 1 };
  /** Farther out, formulas overflow in double precision. */
  const FARTHEST = 100;
  const NARROWEST = 1e-3;
  const HIDEABLE = ['value', 'slope', 'second', 'second-slope'];
  const FIRST = 'gelu';

  /** The parameters of a function that nobody has moved. */
  function defaults(name) {
    return Object.fromEntries(Object.entries(fastact.functions[name].parameters).map(([key, one]) => [key, one.default]));
  }

  /** The text of a condition that these parameters do not fulfil, or undefined. */
  function violated(name, given) {
    return fastact.functions[name].conditions.find((condition) => !condition.holds(given))?.text;
  }

  /** The state that a hash tells; what it tells wrongly is left at its default. */
  function parsed(hash) {
    const [start, ...rest] = hash.replace(/^#/, '').split('&').map(decoded);
    const told = new Map(rest.map((part) => [part.split('=')[0], part.split('=').slice(1).join('=')]));
    const number = (key, fallback) => (told.get(key)?.trim() && Number.isFinite(Number(told.get(key))) ? Number(told.get(key)) : fallback);
    const known = (name) => Object.hasOwn(fastact.functions, name ?? '');
    const parameters = (name, before) => {
      const own = defaults(name);
      for (const key of Object.keys(own)) own[key] = number(before + key, own[key]);
      return violated(name, own) ? defaults(name) : own;
    };
    const first = known(start) ? start : FIRST;
    const second = known(told.get('second')) ? told.get('second') : null;
    const [from, to] = range(number('from', RANGE.from), number('to', RANGE.to));
    return {
      unknown: start && !known(start) ? start : null,
      first,
      given: parameters(first, ''),
      second,
      secondGiven: second ? parameters(second, 'second.') : {},
      from,
      to,
      at: number('at', RANGE.at),
      hidden: new Set((told.get('hide') ?? '').split(',').filter((key) => HIDEABLE.includes(key))),
      errors: told.get('errors') === 'slope' ? 'slope' : 'value',
      span: told.get('span') === 'above' ? 'above' : 'all',
    };
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  /** The hash of a state: what has its default is left out. */
  function written(state) {
    const parts = [state.first];
    const add = (key, value, usual) => value !== usual && parts.push(`${key}=${value}`);
    const parameters = (name, given, before) => {
      for (const [key, usual] of Object.entries(defaults(name))) add(before + key, given[key], usual);
    };
    parameters(state.first, state.given, '');
    if (state.second) {
      add('second', state.second);
      parameters(state.second, state.secondGiven, 'second.');
    }
    for (const key of ['from', 'to', 'at']) add(key, Number(state[key].toPrecision(6)), RANGE[key]);
    add('hide', [...state.hidden].join(','), '');
    add('errors', state.errors, 'value');
    add('span', state.span, 'all');
    return `#${parts.join('&')}`;
  }

  /** Two ends that a plot can have, in order and not too far out; or the others, where they are too near to each other. */
  function range(from, to, others = [RANGE.from, RANGE.to]) {
    const inside = (x) => Math.min(FARTHEST, Math.max(-FARTHEST, x));
    const [low, high] = [inside(Math.min(from, to)), inside(Math.max(from, to))];
    return high - low >= NARROWEST ? [low, high] : others;
  }

  return { parsed, written, defaults, violated, range, RANGE };
})();
