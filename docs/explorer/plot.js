/** Axes and curves as SVG, which scales, prints and takes its colours from the style sheet. */
'use strict';

fastact.plot = (() => {
  const SPACE = 'http://www.w3.org/2000/svg';
  const MARGIN = { left: 46, right: 14, top: 10, bottom: 26 };
  let made = 0;

  /** An SVG element with attributes and children. */
  function svg(name, attributes = {}, ...children) {
    const node = document.createElementNS(SPACE, name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  }

  /** A number for readers: few digits, a true minus sign. */
  function number(value, digits = 6) {
    if (Number.isNaN(value)) return 'none';
    if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
    if (value === 0) return '0';
    const [mantissa, exponent] = value.toPrecision(digits).split('e');
    const short = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
    if (exponent === undefined && Math.abs(value) >= 1e-4) return short.replace('-', '−');
    const [m, e] = value.toExponential(digits - 1).split('e');
    return `${m.includes('.') ? m.replace(/\.?0+$/, '') : m}e${Number(e)}`.replaceAll('-', '−');
  }

  /** Round numbers between two ends, about as many as asked for, 1, 2 or 5 times a power of ten apart. */
  function ticks(low, high, count) {
    const rough = (high - low) / count;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = power * [1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999);
    const first = Math.ceil(low / step - 1e-9);
    const last = Math.floor(high / step + 1e-9);
    return Array.from({ length: last - first + 1 }, (_, k) => Number(((first + k) * step).toPrecision(12)));
  }

  /** Powers of ten between two ends, not too many. */
  function decades(low, high, count) {
    const [first, last] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
    const step = Math.max(1, Math.ceil((last - first) / count));
    return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, k) => Number(`1e${first + k * step}`));
  }

  /** A picture in an element, as wide as that is. */
  class Plot {
    /** @param {{x: number[], y: number[], log?: boolean, height?: number, label?: string}} axes ends of the axes */
    constructor(element, { x, y, log = false, height, label = '' }) {
      Object.assign(this, { element, ends: { x, y }, log });
      this.width = Math.max(240, element.clientWidth);
      this.height = height ?? Math.round(Math.min(430, Math.max(260, this.width * 0.58)));
      const clip = `clip-${++made}`;
      const frame = { x: MARGIN.left, y: MARGIN.top, width: this.inner.width, height: this.inner.height };
      this.curves = svg('g', { 'clip-path': `url(#${clip})` });
      this.above = svg('g');
      this.root = svg(
        'svg', { viewBox: `0 0 ${this.width} ${this.height}`, width: this.width, height: this.height, 'aria-hidden': 'true' },
        svg('clipPath', { id: clip }, svg('rect', frame)),
        this.axes(label), this.curves, this.above,
      );
      element.replaceChildren(this.root);
    }

    get inner() {
      return { width: this.width - MARGIN.left - MARGIN.right, height: this.height - MARGIN.top - MARGIN.bottom };
    }

    /** The place of a number on the x axis. */
    x(value) {
      const [low, high] = this.ends.x;
      return MARGIN.left + (this.inner.width * (value - low)) / (high - low);
    }

    y(value) {
      const [low, high, at] = this.log ? [...this.ends.y, value].map(Math.log10) : [...this.ends.y, value];
      const place = MARGIN.top + this.inner.height * (1 - (at - low) / (high - low));
      return Math.min(1e5, Math.max(-1e5, place)); // browsers draw nothing of coordinates that are much larger
    }

    /** The number below a place of the pointer. */
    under(event) {
      const box = this.root.getBoundingClientRect();
      const share = ((event.clientX - box.left) * (this.width / box.width) - MARGIN.left) / this.inner.width;
      const [low, high] = this.ends.x;
      return low + (high - low) * Math.min(1, Math.max(0, share));
    }

    axes(label) {
      const { width, height } = this.inner;
      const group = svg('g', { class: 'axes' });
      for (const value of ticks(...this.ends.x, width / 70)) {
        const x = this.x(value);
        group.append(svg('line', { x1: x, x2: x, y1: MARGIN.top, y2: MARGIN.top + height, class: value === 0 ? 'zero' : 'grid' }));
        group.append(svg('text', { x, y: this.height - 8, 'text-anchor': 'middle' }, number(value)));
      }
      const rows = this.log ? decades(...this.ends.y, height / 36) : ticks(...this.ends.y, height / 48);
      for (const value of rows) {
        const y = this.y(value);
        group.append(svg('line', { x1: MARGIN.left, x2: MARGIN.left + width, y1: y, y2: y, class: value === 0 ? 'zero' : 'grid' }));
        group.append(svg('text', { x: MARGIN.left - 7, y: y + 4, 'text-anchor': 'end' }, this.log ? power(value) : number(value)));
      }
      if (label) group.append(svg('text', { x: MARGIN.left + 6, y: MARGIN.top + 13, class: 'name' }, label));
      return group;
    }

    /** Draws what fastact.curves.curve returned; `look` is the class of its colour and dashes. */
    draw(curve, look) {
      const group = svg('g', { class: look });
      const path = curve.lines.map((line) => `M${line.map(([x, y]) => `${this.x(x).toFixed(2)} ${this.y(y).toFixed(2)}`).join('L')}`);
      group.append(svg('path', { d: path.join('') }));
      const points = [...curve.open.map((at) => [at, 'open']), ...curve.closed.map((at) => [at, 'closed'])];
      for (const [[x, y], kind] of points) group.append(svg('circle', { cx: this.x(x), cy: this.y(y), r: 4, class: kind }));
      for (const at of curve.bends) group.append(this.diamond(at));
      this.curves.append(group);
    }

    /** Marks a kink. */
    diamond([x, y]) {
      const [a, b] = [this.x(x), this.y(y)];
      return svg('path', { d: `M${a - 5} ${b}L${a} ${b - 5}L${a + 5} ${b}L${a} ${b + 5}Z`, class: 'bend' });
    }

    /** Draws the cursor at x, with a point on each curve. */
    cursor(x, heights) {
      this.above.replaceChildren();
      const [low, high] = this.ends.x;
      if (x < low || x > high) return;
      const at = this.x(x);
      this.above.append(svg('line', { x1: at, x2: at, y1: MARGIN.top, y2: this.height - MARGIN.bottom, class: 'cursor' }));
      for (const [y, look] of heights) {
        if (y >= this.ends.y[0] && y <= this.ends.y[1]) {
          this.above.append(svg('g', { class: look }, svg('circle', { cx: at, cy: this.y(y), r: 4.5, class: 'closed' })));
        }
      }
    }
  }

  const SUPERSCRIPTS = { '-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' };

  /** A power of ten, written out from 0.01 to 100. */
  function power(value) {
    if (value >= 0.01 && value <= 100) return String(value);
    return `10${[...String(Math.round(Math.log10(value)))].map((digit) => SUPERSCRIPTS[digit]).join('')}`;
  }

  return { Plot, svg, number };
})();
