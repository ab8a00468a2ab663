/** The list of all functions, each with its curve; a text narrows it. */
'use strict';

fastact.gallery = (() => {
  const { curves, plot } = fastact;
  const [WIDTH, HEIGHT] = [84, 44];
  const list = document.getElementById('functions');
  const filter = document.getElementById('filter');

  /** Fills the list; `choose` is called with the name that was clicked. */
  function start(choose) {
    for (const name of Object.keys(fastact.functions)) {
      const link = document.createElement('a');
      link.href = `#${name}`;
      link.tabIndex = -1;
      link.dataset.name = name;
      link.append(thumbnail(name), Object.assign(document.createElement('span'), { textContent: name }));
      const item = document.createElement('li');
      item.append(link);
      list.append(item);
    }
    list.addEventListener('click', (event) => {
      const link = event.target.closest('a');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      choose(link.dataset.name);
    });
    list.addEventListener('keydown', move);
    filter.addEventListener('input', narrow);
    filter.addEventListener('keydown', (event) => {
      const [first] = visible();
      if (event.key === 'Enter' && first) choose(first.dataset.name);
      if (event.key === 'ArrowDown' && first) {
        event.preventDefault();
        focus(first);
      }
    });
    narrow();
  }

  /** A small picture of a function with its default parameters. */
  function thumbnail(name) {
    const { value, kinks } = fastact.functions[name];
    const given = fastact.state.defaults(name);
    const curve = curves.curve(value(given), kinks(given), -5, 5, 80);
    const [low, high] = curves.limits([curve], 10);
    const x = (at) => (WIDTH * (at + 5)) / 10;
    const y = (at) => Math.min(1e4, Math.max(-1e4, HEIGHT * (1 - (at - low) / (high - low))));
    const path = curve.lines.map((line) => `M${line.map(([a, b]) => `${x(a).toFixed(1)} ${y(b).toFixed(1)}`).join('L')}`).join('');
    return plot.svg(
      'svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true' },
      plot.svg('path', { d: `M0 ${y(0)}H${WIDTH}M${x(0)} 0V${HEIGHT}`, class: 'zero' }),
      plot.svg('path', { d: path, class: 'line' }),
    );
  }

  const visible = () => [...list.querySelectorAll('li:not([hidden]) a')];

  /** Shows the functions whose name has the text of the field; one that begins with it comes first by Enter. */
  function narrow() {
    const text = filter.value.trim().toLowerCase().replace(/[\s-]+/g, '_');
    for (const item of list.children) item.hidden = !item.firstChild.dataset.name.includes(text);
    const count = visible().length;
    document.getElementById('found').textContent = `${count || 'no'} function${count === 1 ? '' : 's'}`;
    reachable();
  }

  /** The list is one stop of the Tab key: its current function, or the first that is visible. */
  function reachable(link) {
    const links = visible();
    const stop = link ?? links.find((one) => one.getAttribute('aria-current')) ?? links[0];
    for (const one of list.querySelectorAll('a')) one.tabIndex = one === stop ? 0 : -1;
  }

  function focus(link) {
    reachable(link);
    link.focus();
  }

  /** Arrow keys go from function to function. */
  function move(event) {
    const links = visible();
    const here = links.indexOf(document.activeElement);
    const columns = Math.max(1, links.filter((one) => one.offsetTop === links[0].offsetTop).length);
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns, Home: -here, End: links.length - 1 - here };
    if (here < 0 || !(event.key in steps)) return;
    event.preventDefault();
    const there = here + steps[event.key];
    if (there < 0 && event.key === 'ArrowUp') filter.focus();
    else focus(links[Math.min(links.length - 1, Math.max(0, there))]);
  }

  /** Marks the function that is shown. */
  function mark(name) {
    for (const link of list.querySelectorAll('a')) {
      if (link.dataset.name === name) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    const current = list.querySelector('[aria-current]');
    if (!list.contains(document.activeElement)) {
      const item = current.parentElement; // scrolled within the list alone: the page stays where it is
      if (list.scrollWidth > list.clientWidth + 1) list.scrollLeft = item.offsetLeft - list.clientWidth / 2;
      else if (item.offsetTop < list.scrollTop || item.offsetTop + item.offsetHeight > list.scrollTop + list.clientHeight) {
        list.scrollTop = item.offsetTop - list.clientHeight / 2;
      }
      reachable();
    }
  }

  return { start, mark };
})();
