/** Curves as points: interrupted where a function jumps or has no value. */
'use strict';

fastact.curves = (() => {
  /** So far beside a kink, relative to it, lie the points that stand for the limits from left and right. */
  const BESIDE = 1e-9;
  /** A step that is larger than this share of the curve's size is a jump. */
  const JUMP = 1e-6;

  /**
   * The curve of f on [from, to].
   * @returns {{lines: number[][][], closed: number[][], open: number[][], bends: number[][]}} lines of [x, y]; points that
   *   belong to the curve at a jump, and those that do not; and the places of kinks where the curve does not jump.
   */
  function curve(f, kinks, from, to, count = 600) {
    const inside = kinks.filter((kink) => from < kink && kink < to).sort((a, b) => a - b);
    const pieces = between(inside, from, to).map(([low, high]) => sampled(f, low, high, (count * (high - low)) / (to - from)));
    const size = Math.max(1, ...pieces.flat().map(([, y]) => Math.abs(y)).filter(Number.isFinite));
    const found = { lines: [], closed: [], open: [], bends: [] };
    let line = [];
    pieces.forEach((piece, k) => {
      for (const point of piece) line = extended(found.lines, line, point);
      if (k === inside.length) return;
      const kink = inside[k];
      const here = f(kink);
      const sides = [piece[piece.length - 1][1], pieces[k + 1][0][1]];
      const open = sides.filter((y) => Number.isFinite(y) && !(Math.abs(y - here) <= JUMP * size));
      if (open.length) {
        line = extended(found.lines, line, [kink, NaN]);
        found.open.push(...open.map((y) => [kink, y]));
        if (Number.isFinite(here)) found.closed.push([kink, here]);
      } else if (Number.isFinite(here)) {
        line = extended(found.lines, line, [kink, here]);
        found.bends.push([kink, here]);
      }
    });
    extended(found.lines, line, [to, NaN]);
    return found;
  }

  /** The intervals into which kinks divide [from, to], without the kinks. */
  function between(kinks, from, to) {
    const apart = (kink) => BESIDE * Math.max(1, Math.abs(kink));
    const lows = [from, ...kinks.map((kink) => kink + apart(kink))];
    const highs = [...kinks.map((kink) => kink - apart(kink)), to];
    return lows.map((low, k) => [low, Math.max(low, highs[k])]);
  }

  function sampled(f, low, high, count) {
    const steps = Math.max(2, Math.ceil(count));
    return Array.from({ length: steps + 1 }, (_, k) => {
      const x = k === steps ? high : low + ((high - low) * k) / steps;
      return [x, f(x)];
    });
  }

  /** The line with one more point, or a new line where there is no value; finished lines are kept in `lines`. */
  function extended(lines, line, point) {
    if (Number.isFinite(point[1])) {
      line.push(point);
      return line;
    }
    if (line.length) lines.push(line);
    return [];
  }

  /** The least and the largest height that an axis should show: where a curve runs away, it is cut off. */
  function limits(curves, width) {
    const heights = [0];
    for (const one of curves) {
      const all = one.lines.flat().map(([, y]) => y);
      const small = all.filter((y) => Math.abs(y) <= width);
      heights.push(...(one.open.length === 0 && 2 * small.length >= all.length ? small : all));
    }
    const low = heights.reduce((a, b) => Math.min(a, b));
    const high = heights.reduce((a, b) => Math.max(a, b));
    const margin = 0.07 * (high - low) || 0.5;
    return [low - margin, high + margin];
  }

  return { curve, limits };
})();
