/** The panel in which a network learns two spirals. */
'use strict';

fastact.training = (() => {
  const { network, plot, state } = fastact;
  const { Parameters } = fastact.parameters;
  const BUSY = 12; // milliseconds of learning before each picture
  const KEPT = 400; // losses; when there are more, every second one is dropped
  const CELLS = 80; // of the picture along each side
  const [EDGE, FLOOR, CEILING] = [1.1, 1e-4, 1];

  const at = (id) => document.getElementById(id);
  const canvas = at('regions');
  let net, data, losses, every, running = false, shown = false;

  const unit = () => at('unit').value;
  const rate = () => 10 ** Number(at('rate').value);
  const seed = () => Math.abs(Math.trunc(Number(at('seed').value))) || 0;

  const sliders = new Parameters(at('unit-parameters'), 'unit', (name) => `Parameters of ${name}`, (given) => {
    net.activation = activation(given);
    if (!running) show();
  });

  function activation(given) {
    const { value, slope } = fastact.functions[unit()];
    return { value: value(given), slope: slope(given) };
  }

  /** A new network and new spirals. */
  function reset() {
    pause();
    data = network.spirals(seed());
    net = new network.Network(Number(at('layers').value), Number(at('units').value), activation(sliders.given), seed());
    losses = [];
    every = 1;
    note();
    show();
    say('');
  }

  function chosen() {
    const given = state.defaults(unit());
    sliders.given = given;
    sliders.show(unit(), given);
    if (net) net.activation = activation(given);
    if (net && !running) show();
  }

  function note() {
    if (net.steps % every === 0) losses.push([net.steps, net.judge(data).loss]);
    if (losses.length > KEPT) {
      losses = losses.filter((_, k) => k % 2 === 0);
      every *= 2;
    }
  }

  /** One step, and more until some milliseconds have passed; stops where the loss is no number any more. */
  function learn(milliseconds) {
    const end = performance.now() + milliseconds;
    do {
      net.step(data, rate());
      note();
    } while (performance.now() < end);
    const { loss } = show();
    if (!Number.isFinite(loss)) {
      pause();
      say(`The loss is not finite any more: ${unit()} has no value, or grows too fast, where the units are. Reset, or choose another.`);
    }
  }

  function frame() {
    if (!running) return;
    learn(BUSY);
    if (running) requestAnimationFrame(frame);
  }

  function pause() {
    running = false;
    at('start').textContent = net?.steps ? 'Go on' : 'Start';
  }

  function toggle() {
    if (running) {
      pause();
      const { loss, right } = show();
      say(`Paused after ${net.steps} steps: loss ${plot.number(loss, 3)}, ${percent(right)} right.`);
    } else {
      running = true;
      at('start').textContent = 'Pause';
      say('The network learns.');
      requestAnimationFrame(frame);
    }
  }

  const say = (text) => (at('learned').textContent = text);
  const percent = (share) => `${Math.round(100 * share)} %`;

  // ---- what is seen ----------------------------------------------------------------------------------------------------------

  function show() {
    at('layers-told').textContent = at('layers').value;
    at('units-told').textContent = at('units').value;
    at('rate-told').textContent = plot.number(rate(), 2);
    at('rate').setAttribute('aria-valuetext', at('rate-told').textContent);
    const judged = net.judge(data);
    at('steps').textContent = net.steps;
    at('loss').textContent = plot.number(judged.loss, 3);
    at('right').textContent = percent(judged.right);
    if (shown) draw();
    const text = `Decision regions of the network after ${net.steps} steps: ${percent(judged.right)} of the points are on the right side`;
    if (!running) canvas.setAttribute('aria-label', text);
    return judged;
  }

  function draw() {
    regions();
    const last = Math.max(losses[losses.length - 1][0], 20);
    const low = Math.max(FLOOR, Math.min(0.1, ...losses.map(([, loss]) => loss).filter((loss) => loss > 0)) / 1.5);
    const picture = new plot.Plot(at('losses'), { x: [0, last], y: [low, CEILING], log: true, height: 190 });
    const line = losses.filter(([, loss]) => Number.isFinite(loss)).map(([step, loss]) => [step, Math.max(low, loss)]);
    if (line.length) picture.draw({ lines: [line], open: [], closed: [], bends: [] }, 'first');
  }

  /** The output as a mixture of two colours, and the points above it: circles and squares. */
  function regions() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    const [one, other, ground] = ['--first', '--slope', '--card'].map((name) => channels(colour(name)));
    const image = new ImageData(CELLS, CELLS);
    for (let row = 0; row < CELLS; row++) {
      for (let column = 0; column < CELLS; column++) {
        const place = (k) => EDGE * ((2 * k + 1) / CELLS - 1);
        const output = net.output([place(column), -place(row)]);
        const share = Number.isFinite(output) ? Math.tanh(output / 2) : 0;
        const towards = share > 0 ? other : one;
        const pixel = ground.map((from, k) => from + (towards[k] - from) * 0.62 * Math.abs(share));
        image.data.set([...pixel, 255], 4 * (row * CELLS + column));
      }
    }
    const small = new OffscreenCanvas(CELLS, CELLS);
    small.getContext('2d').putImageData(image, 0, 0);
    const scale = Math.min(3, window.devicePixelRatio || 1);
    const side = Math.round((canvas.clientWidth || 360) * scale);
    if (canvas.width !== side) Object.assign(canvas, { width: side, height: side });
    const context = canvas.getContext('2d');
    context.imageSmoothingQuality = 'high';
    context.drawImage(small, 0, 0, side, side);
    const size = side / 110;
    data.points.forEach(([x, y], k) => {
      const [a, b] = [(side * (x / EDGE + 1)) / 2, (side * (1 - y / EDGE)) / 2];
      context.beginPath();
      if (data.labels[k]) context.rect(a - size, b - size, 2 * size, 2 * size);
      else context.arc(a, b, size * 1.15, 0, 7);
      context.fillStyle = colour(data.labels[k] ? '--slope' : '--first');
      context.fill();
      context.strokeStyle = colour('--card');
      context.lineWidth = scale * 0.8;
      context.stroke();
    });
  }

  /** Red, green and blue of a colour like #0072b2. */
  const channels = (colour) => [1, 3, 5].map((k) => parseInt(colour.slice(k, k + 2), 16));

  function start() {
    at('unit').append(...Object.keys(fastact.functions).map((name) => new Option(name, name)));
    at('unit').value = 'tanh';
    at('unit').addEventListener('change', chosen);
    chosen();
    for (const id of ['layers', 'units']) at(id).addEventListener('input', reset);
    at('seed').addEventListener('change', reset);
    at('rate').addEventListener('input', show);
    at('start').addEventListener('click', toggle);
    at('step').addEventListener('click', () => {
      if (running) toggle();
      learn(0);
      pause();
    });
    at('reset').addEventListener('click', reset);
    reset();
    new IntersectionObserver(([seen]) => {
      shown = seen.isIntersecting;
      if (shown) draw();
    }, { rootMargin: '200px' }).observe(canvas);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => shown && draw());
  }

  return { start, draw: () => shown && draw() };
})();
