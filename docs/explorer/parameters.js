/** A slider and a field for each parameter of a function. */
'use strict';

fastact.parameters = (() => {
  const { state } = fastact;

  /**
   * The controls of one function's parameters, in an element.
   * `changed` is called with all of them when they have moved and fulfil the function's conditions.
   */
  class Parameters {
    constructor(element, prefix, title, changed) {
      Object.assign(this, { element, prefix, title, changed, name: null });
    }

    /** Shows the parameters of a function, or nothing for null. */
    show(name, given) {
      if (name !== this.name) this.build(name);
      if (!name) return;
      this.given = { ...given };
      for (const [key, value] of Object.entries(given)) this.write(key, value);
      this.complain();
    }

    build(name) {
      this.name = name;
      this.element.replaceChildren();
      const parameters = name ? Object.entries(fastact.functions[name].parameters) : [];
      if (!parameters.length) return;
      const reset = element('button', { type: 'button', className: 'small', textContent: 'Defaults' });
      reset.setAttribute('aria-label', `Defaults of ${name}`);
      reset.addEventListener('click', () => {
        this.show(name, state.defaults(name));
        this.changed(this.given);
      });
      const title = element('h2', { textContent: this.title(name) });
      this.element.append(element('div', { className: 'head' }, title, reset));
      this.inputs = Object.fromEntries(parameters.map(([key, one]) => [key, this.row(key, one)]));
      this.problem = element('p', { className: 'problem', id: `${this.prefix}-problem`, hidden: true });
      this.problem.setAttribute('role', 'alert');
      this.element.append(this.problem);
    }

    row(key, { low, high, step, about }) {
      const id = `${this.prefix}-${key}`;
      const label = element('label', { htmlFor: id }, element('b', { textContent: key }), element('span', { textContent: about }));
      const slider = element('input', { type: 'range', min: low, max: high, step });
      slider.setAttribute('aria-label', `${key}: ${about}`);
      const field = element('input', { type: 'number', id, step: 'any' });
      slider.addEventListener('input', () => this.move(key, Number(slider.value), field));
      field.addEventListener('input', () => field.value !== '' && this.move(key, Number(field.value), slider));
      field.addEventListener('change', () => field.value === '' && this.write(key, this.given[key]));
      this.element.append(element('div', { className: 'parameter' }, label, slider, field));
      return [slider, field];
    }

    move(key, value, twin) {
      this.given[key] = value;
      twin.value = short(value);
      if (!this.complain()) this.changed({ ...this.given });
    }

    write(key, value) {
      for (const input of this.inputs?.[key] ?? []) {
        if (input !== document.activeElement || Number(input.value) !== value) input.value = short(value);
      }
    }

    /** Says which condition does not hold, if there is one. */
    complain() {
      if (!this.problem || !Object.keys(this.given).length) return undefined;
      const text = state.violated(this.name, this.given);
      this.problem.hidden = !text;
      this.problem.textContent = text ? `${this.name} needs ${text.replace('<=', '≤').replace('>=', '≥').replace('!=', '≠')}.` : '';
      for (const [, field] of Object.values(this.inputs)) field.setAttribute('aria-invalid', String(Boolean(text)));
      return text;
    }
  }

  /** As many digits as a field can show. */
  const short = (value) => String(Number(value.toPrecision(6)));

  function element(name, properties = {}, ...children) {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...children);
    return node;
  }

  return { Parameters, element };
})();
