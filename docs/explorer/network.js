/** A network of fully connected layers that learns by full-batch Adam, over the formulas of the page and their derivatives. */
'use strict';

fastact.network = (() => {
  const ADAM = { first: 0.9, second: 0.999, least: 1e-8 };

  /** Numbers from 0 to 1 that a seed decides: a xorshift generator of 32 bits. */
  function random(seed) {
    let state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995) | 1;
    const next = () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 0) / 2 ** 32;
    };
    for (let k = 0; k < 8; k++) next();
    return next;
  }

  /** A draw from the normal distribution, by Box and Muller. */
  const normal = (uniform) => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());

  /** Two spirals within [-1, 1]^2: points as [x, y], and the spiral of each, 0 or 1. */
  function spirals(seed, each = 90, turns = 1.25, noise = 0.015) {
    const uniform = random(seed);
    const points = [];
    const labels = [];
    for (let k = 0; k < 2 * each; k++) {
      const label = k % 2;
      const along = k / (2 * each);
      const radius = 0.08 + 0.84 * along;
      const angle = 2 * Math.PI * turns * along + Math.PI * label;
      points.push([radius * Math.cos(angle) + noise * normal(uniform), radius * Math.sin(angle) + noise * normal(uniform)]);
      labels.push(label);
    }
    return { points, labels };
  }

  /** One layer: weights by unit and input, biases, and Adam's two averages of each. */
  class Layer {
    constructor(inputs, outputs, uniform) {
      Object.assign(this, { inputs, outputs });
      this.weights = Float64Array.from({ length: inputs * outputs + outputs }, (_, k) =>
        (k < inputs * outputs ? normal(uniform) * Math.sqrt(2 / inputs) : 0));
      this.gradient = new Float64Array(this.weights.length);
      this.averages = [new Float64Array(this.weights.length), new Float64Array(this.weights.length)];
    }

    /** Sums of the weighted inputs, before the activation. */
    sums(input) {
      const { inputs, outputs, weights } = this;
      const sums = new Float64Array(outputs);
      for (let unit = 0; unit < outputs; unit++) {
        let sum = weights[inputs * outputs + unit];
        for (let k = 0; k < inputs; k++) sum += weights[unit * inputs + k] * input[k];
        sums[unit] = sum;
      }
      return sums;
    }

    /** Adds what errors of the sums mean for the weights to the gradient; returns the errors of the input. */
    back(input, errors) {
      const { inputs, outputs, weights, gradient } = this;
      const before = new Float64Array(inputs);
      for (let unit = 0; unit < outputs; unit++) {
        for (let k = 0; k < inputs; k++) {
          gradient[unit * inputs + k] += errors[unit] * input[k];
          before[k] += errors[unit] * weights[unit * inputs + k];
        }
        gradient[inputs * outputs + unit] += errors[unit];
      }
      return before;
    }

    /** One step of Adam, after which the gradient is 0 again. */
    update(rate, steps) {
      const [means, squares] = this.averages;
      for (let k = 0; k < this.weights.length; k++) {
        means[k] += (1 - ADAM.first) * (this.gradient[k] - means[k]);
        squares[k] += (1 - ADAM.second) * (this.gradient[k] ** 2 - squares[k]);
        const mean = means[k] / (1 - ADAM.first ** steps);
        const square = squares[k] / (1 - ADAM.second ** steps);
        this.weights[k] -= (rate * mean) / (Math.sqrt(square) + ADAM.least);
      }
      this.gradient.fill(0);
    }
  }

  /** Two inputs, hidden layers of equal width, and one output, whose sigmoid is the probability of label 1. */
  class Network {
    /** @param {{value: Function, slope: Function}} activation of one number each; may be exchanged at any time */
    constructor(layers, units, activation, seed) {
      const uniform = random(seed + 1000);
      this.activation = activation;
      this.steps = 0;
      this.layers = [];
      for (let k = 0; k < layers; k++) this.layers.push(new Layer(k ? units : 2, units, uniform));
      this.layers.push(new Layer(units, 1, uniform));
    }

    /** The output before its sigmoid. */
    output(point) {
      const last = this.layers.length - 1;
      let values = point;
      this.layers.forEach((layer, k) => {
        values = layer.sums(values);
        if (k < last) values = values.map(this.activation.value);
      });
      return values[0];
    }

    /** The mean cross-entropy, and the share of the points on the right side. */
    judge({ points, labels }) {
      let loss = 0;
      let right = 0;
      points.forEach((point, k) => {
        const output = this.output(point);
        loss += entropy(output, labels[k]);
        right += output > 0 === (labels[k] === 1);
      });
      return { loss: loss / points.length, right: right / points.length };
    }

    /** One step down the gradient of the mean cross-entropy of all points. */
    step({ points, labels }, rate) {
      this.steps += 1;
      points.forEach((point, k) => this.accumulate(point, labels[k], 1 / points.length));
      for (const layer of this.layers) layer.update(rate, this.steps);
    }

    accumulate(point, label, weight) {
      const last = this.layers.length - 1;
      const inputs = [point];
      const sums = [];
      for (let k = 0; k <= last; k++) {
        sums.push(this.layers[k].sums(inputs[k]));
        if (k < last) inputs.push(sums[k].map(this.activation.value));
      }
      let errors = [weight * (1 / (1 + Math.exp(-sums[last][0])) - label)];
      for (let k = last; k >= 0; k--) {
        const before = this.layers[k].back(inputs[k], errors);
        if (k) errors = before.map((error, unit) => error * this.activation.slope(sums[k - 1][unit]));
      }
    }
  }

  /** log(1 + exp(-z)) for the right side's z, without overflow. */
  function entropy(output, label) {
    const z = label === 1 ? output : -output;
    return Math.max(-z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
  }

  return { Network, spirals };
})();
