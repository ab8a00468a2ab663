/* The table of optimisers.  One row is one rule for a step in place:

       UPDATE(name, optimizer, hyperparameters, states, formula, scalars, about, source, body)

   - optimizer: the class of fastact.nn.optimizers that follows the rule, some of them by several rows;
   - hyperparameters: HYPER(name, default, interval) ..., the interval in words of mathematics, "[0, 1)";
   - states: STATE2(m, v), by their count: arrays of the parameter's shape that are kept from step to step, 0 at first;
   - formula: executable Python, the specification: it sets new values of p and of the states, from g, the hyperparameters and
     step, which counts from 1.  root(v, c) is the root of a moment v whose correction is c, with epsilon where `epsilon_at` has
     it: sqrt(v/c) + epsilon "outside", (sqrt(v) + epsilon)/sqrt(c) on the "hat", sqrt(v/c + epsilon) "inside";
   - scalars: SCALAR(name, "Python") ..., the numbers of one step: Python computes them from the hyperparameters in double,
     whatever the parameter's type, and the body has them rounded to that type.  There root(v, c) is
     (SQRT(v + inside) + outside)/sqrt(c), by inside(c) and outside(c), of which one is 0;
   - about: what it is, a sentence;
   - source: who published it;
   - body: sets p and the states anew, packs of these names, from g and the scalars.

   The body speaks C's operators and the words of math/words.h.  Clipping is done before it: g is what is left. */

#ifdef FUNCTIONS
/* the gradient with that of decay p^2/2; without decay itself, for 0 times infinity is NaN */
WORD T with_decay(T g, T p, T decay) { return SELECT(EQ(decay, 0), g, MAD(decay, p, g)); }

/* Decay beside the gradient is p times 1 less the product of rate and decay, as PyTorch has it: p less that product times p,
   which does not round the factor alike in every step, differs from it by 1.4e-5 after 100 steps of float32. */

/* the mean of powers of `kept`: a mean of numbers, and of squares */
WORD T mean(T kept, T before, T rest, T g) { return MAD(kept, before, rest * g); }
WORD T mean_square(T kept, T before, T rest, T g) { return MAD(kept, before, rest * g * g); }

/* 1, 0 or -1; NaN for NaN */
WORD T sign(T a) { return SELECT(GT(ABS(a), 0), COPYSIGN(1, a), a); }
#endif

UPDATE(sgd, SGD,
    HYPER(learning_rate, 0.01, "[0, inf)") HYPER(weight_decay, 0, "[0, inf)"),
    STATE0(),
    "g = g + weight_decay*p; p = p - learning_rate*g",
    SCALAR(rate, "learning_rate") SCALAR(decay, "weight_decay"),
    "Gradient descent, stochastic where batches are drawn.",
    "H. Robbins and S. Monro, A stochastic approximation method, 1951",
    p = NMAD(rate, with_decay(g, p, decay), p))

UPDATE(sgd_momentum, SGD,
    HYPER(learning_rate, 0.01, "[0, inf)") HYPER(momentum, 0.9, "[0, 1)") HYPER(dampening, 0, "[0, 1]")
    HYPER(weight_decay, 0, "[0, inf)"),
    STATE1(velocity),
    "g = g + weight_decay*p; velocity = momentum*velocity + (1 - dampening)*g; p = p - learning_rate*velocity",
    SCALAR(rate, "learning_rate") SCALAR(momentum, "momentum") SCALAR(share, "1 - dampening") SCALAR(decay, "weight_decay"),
    "Gradient descent with momentum.",
    "B. T. Polyak, Some methods of speeding up the convergence of iteration methods, 1964",
    velocity = mean(momentum, velocity, share, with_decay(g, p, decay));
    p = NMAD(rate, velocity, p))

UPDATE(sgd_nesterov, SGD,
    HYPER(learning_rate, 0.01, "[0, inf)") HYPER(momentum, 0.9, "[0, 1)") HYPER(weight_decay, 0, "[0, inf)"),
    STATE1(velocity),
    "g = g + weight_decay*p; velocity = momentum*velocity + g; p = p - learning_rate*(g + momentum*velocity)",
    SCALAR(rate, "learning_rate") SCALAR(momentum, "momentum") SCALAR(decay, "weight_decay"),
    "Gradient descent with Nesterov's momentum, which looks a step ahead.",
    "Y. Nesterov, A method of solving a convex programming problem with convergence rate O(1/k^2), 1983; "
    "I. Sutskever et al., On the importance of initialization and momentum in deep learning, 2013",
    T slope = with_decay(g, p, decay);
    velocity = MAD(momentum, velocity, slope);
    p = NMAD(rate, MAD(momentum, velocity, slope), p))

UPDATE(adagrad, Adagrad,
    HYPER(learning_rate, 0.01, "[0, inf)") HYPER(epsilon, 1e-10, "[0, inf)") HYPER(weight_decay, 0, "[0, inf)")
    HYPER(initial_accumulator_value, 0, "[0, inf)"),
    STATE1(sum),
    "g = g + weight_decay*p; sum = sum + g**2; p = p - learning_rate*g/root(sum, 1)",
    SCALAR(rate, "learning_rate") SCALAR(inside, "inside(1)") SCALAR(outside, "outside(1)") SCALAR(decay, "weight_decay"),
    "Rates that fall with the sum of the squares of a parameter's gradients.",
    "J. Duchi, E. Hazan and Y. Singer, Adaptive subgradient methods for online learning and stochastic optimization, 2011",
    T slope = with_decay(g, p, decay);
    sum = MAD(slope, slope, sum);
    p = NMAD(rate, slope / (SQRT(sum + inside) + outside), p))

UPDATE(rmsprop, RMSProp,
    HYPER(learning_rate, 0.01, "[0, inf)") HYPER(rho, 0.99, "[0, 1)") HYPER(epsilon, 1e-8, "[0, inf)")
    HYPER(weight_decay, 0, "[0, inf)"),
    STATE1(v),
    "g = g + weight_decay*p; v = rho*v + (1 - rho)*g**2; p = p - learning_rate*g/root(v, 1)",
    SCALAR(rate, "learning_rate") SCALAR(rho, "rho") SCALAR(rest, "1 - rho") SCALAR(inside, "inside(1)")
    SCALAR(outside, "outside(1)") SCALAR(decay, "weight_decay"),
    "Gradients over the root of their mean square.",
    "T. Tieleman and G. Hinton, Lecture 6.5: divide the gradient by a running average of its recent magnitude, 2012",
    T slope = with_decay(g, p, decay);
    v = mean_square(rho, v, rest, slope);
    p = NMAD(rate, slope / (SQRT(v + inside) + outside), p))

UPDATE(rmsprop_momentum, RMSProp,
    HYPER(learning_rate, 0.01, "[0, inf)") HYPER(rho, 0.99, "[0, 1)") HYPER(momentum, 0.9, "[0, 1)")
    HYPER(epsilon, 1e-8, "[0, inf)") HYPER(weight_decay, 0, "[0, inf)"),
    STATE2(v, velocity),
    "g = g + weight_decay*p; v = rho*v + (1 - rho)*g**2; velocity = momentum*velocity + g/root(v, 1); "
    "p = p - learning_rate*velocity",
    SCALAR(rate, "learning_rate") SCALAR(rho, "rho") SCALAR(rest, "1 - rho") SCALAR(momentum, "momentum")
    SCALAR(inside, "inside(1)") SCALAR(outside, "outside(1)") SCALAR(decay, "weight_decay"),
    "RMSProp with momentum.",
    "A. Graves, Generating sequences with recurrent neural networks, 2013",
    T slope = with_decay(g, p, decay);
    v = mean_square(rho, v, rest, slope);
    velocity = MAD(momentum, velocity, slope / (SQRT(v + inside) + outside));
    p = NMAD(rate, velocity, p))

/* The variance itself is kept: mean_square - m^2 rounds below 0. */
UPDATE(rmsprop_centered, RMSProp,
    HYPER(learning_rate, 0.01, "[0, inf)") HYPER(rho, 0.99, "[0, 1)") HYPER(epsilon, 1e-8, "[0, inf)")
    HYPER(weight_decay, 0, "[0, inf)"),
    STATE2(variance, m),
    "g = g + weight_decay*p; variance = rho*(variance + (1 - rho)*(g - m)**2); m = m + (1 - rho)*(g - m); "
    "p = p - learning_rate*g/root(variance, 1)",
    SCALAR(rate, "learning_rate") SCALAR(rho, "rho") SCALAR(rest, "1 - rho") SCALAR(inside, "inside(1)")
    SCALAR(outside, "outside(1)") SCALAR(decay, "weight_decay"),
    "RMSProp by the variance of gradients.",
    "A. Graves, Generating sequences with recurrent neural networks, 2013",
    T slope = with_decay(g, p, decay), apart = slope - m;
    variance = rho * MAD(rest * apart, apart, variance);
    m = MAD(rest, apart, m);
    p = NMAD(rate, slope / (SQRT(variance + inside) + outside), p))

UPDATE(rmsprop_centered_momentum, RMSProp,
    HYPER(learning_rate, 0.01, "[0, inf)") HYPER(rho, 0.99, "[0, 1)") HYPER(momentum, 0.9, "[0, 1)")
    HYPER(epsilon, 1e-8, "[0, inf)") HYPER(weight_decay, 0, "[0, inf)"),
    STATE3(variance, m, velocity),
    "g = g + weight_decay*p; variance = rho*(variance + (1 - rho)*(g - m)**2); m = m + (1 - rho)*(g - m); "
    "velocity = momentum*velocity + g/root(variance, 1); p = p - learning_rate*velocity",
    SCALAR(rate, "learning_rate") SCALAR(rho, "rho") SCALAR(rest, "1 - rho") SCALAR(momentum, "momentum")
    SCALAR(inside, "inside(1)") SCALAR(outside, "outside(1)") SCALAR(decay, "weight_decay"),
    "RMSProp by the variance of gradients, with momentum.",
    "A. Graves, Generating sequences with recurrent neural networks, 2013",
    T slope = with_decay(g, p, decay), apart = slope - m;
    variance = rho * MAD(rest * apart, apart, variance);
    m = MAD(rest, apart, m);
    velocity = MAD(momentum, velocity, slope / (SQRT(variance + inside) + outside));
    p = NMAD(rate, velocity, p))

UPDATE(adadelta, Adadelta,
    HYPER(learning_rate, 1, "[0, inf)") HYPER(rho, 0.9, "[0, 1)") HYPER(epsilon, 1e-6, "[0, inf)")
    HYPER(weight_decay, 0, "[0, inf)"),
    STATE2(v, changes),
    "g = g + weight_decay*p; v = rho*v + (1 - rho)*g**2; change = root(changes, 1)/root(v, 1)*g; "
    "changes = rho*changes + (1 - rho)*change**2; p = p - learning_rate*change",
    SCALAR(rate, "learning_rate") SCALAR(rho, "rho") SCALAR(rest, "1 - rho") SCALAR(inside, "inside(1)")
    SCALAR(outside, "outside(1)") SCALAR(decay, "weight_decay"),
    "Rates by the root mean square of the changes so far over that of the gradients.",
    "M. D. Zeiler, ADADELTA: an adaptive learning rate method, 2012",
    T slope = with_decay(g, p, decay);
    v = mean_square(rho, v, rest, slope);
    T change = (SQRT(changes + inside) + outside) / (SQRT(v + inside) + outside) * slope;
    changes = mean_square(rho, changes, rest, change);
    p = NMAD(rate, change, p))

UPDATE(adam, Adam,
    HYPER(learning_rate, 1e-3, "[0, inf)") HYPER(beta_1, 0.9, "[0, 1)") HYPER(beta_2, 0.999, "[0, 1)")
    HYPER(epsilon, 1e-8, "[0, inf)") HYPER(weight_decay, 0, "[0, inf)"),
    STATE2(m, v),
    "g = g + weight_decay*p; m = beta_1*m + (1 - beta_1)*g; v = beta_2*v + (1 - beta_2)*g**2; "
    "p = p - learning_rate*m/(1 - beta_1**step)/root(v, 1 - beta_2**step)",
    SCALAR(rate, "learning_rate/(1 - beta_1**step)*sqrt(1 - beta_2**step)") SCALAR(beta_1, "beta_1")
    SCALAR(rest_1, "1 - beta_1") SCALAR(beta_2, "beta_2") SCALAR(rest_2, "1 - beta_2")
    SCALAR(inside, "inside(1 - beta_2**step)") SCALAR(outside, "outside(1 - beta_2**step)") SCALAR(decay, "weight_decay"),
    "The mean of gradients over the root of their mean square, both corrected for their start at 0.",
    "D. P. Kingma and J. Ba, Adam: a method for stochastic optimization, 2015",
    T slope = with_decay(g, p, decay);
    m = mean(beta_1, m, rest_1, slope);
    v = mean_square(beta_2, v, rest_2, slope);
    p = NMAD(rate, m / (SQRT(v + inside) + outside), p))

UPDATE(adamw, AdamW,
    HYPER(learning_rate, 1e-3, "[0, inf)") HYPER(beta_1, 0.9, "[0, 1)") HYPER(beta_2, 0.999, "[0, 1)")
    HYPER(epsilon, 1e-8, "[0, inf)") HYPER(weight_decay, 0.01, "[0, inf)"),
    STATE2(m, v),
    "p = p - learning_rate*weight_decay*p; m = beta_1*m + (1 - beta_1)*g; v = beta_2*v + (1 - beta_2)*g**2; "
    "p = p - learning_rate*m/(1 - beta_1**step)/root(v, 1 - beta_2**step)",
    SCALAR(rate, "learning_rate/(1 - beta_1**step)*sqrt(1 - beta_2**step)") SCALAR(beta_1, "beta_1")
    SCALAR(rest_1, "1 - beta_1") SCALAR(beta_2, "beta_2") SCALAR(rest_2, "1 - beta_2")
    SCALAR(inside, "inside(1 - beta_2**step)") SCALAR(outside, "outside(1 - beta_2**step)")
    SCALAR(kept, "1 - learning_rate*weight_decay"),
    "Adam with decoupled weight decay: beside the gradient, not in it.",
    "I. Loshchilov and F. Hutter, Decoupled weight decay regularization, 2019",
    m = mean(beta_1, m, rest_1, g);
    v = mean_square(beta_2, v, rest_2, g);
    p = NMAD(rate, m / (SQRT(v + inside) + outside), p * kept))

UPDATE(amsgrad, AMSGrad,
    HYPER(learning_rate, 1e-3, "[0, inf)") HYPER(beta_1, 0.9, "[0, 1)") HYPER(beta_2, 0.999, "[0, 1)")
    HYPER(epsilon, 1e-8, "[0, inf)") HYPER(weight_decay, 0, "[0, inf)"),
    STATE3(m, v, highest),
    "g = g + weight_decay*p; m = beta_1*m + (1 - beta_1)*g; v = beta_2*v + (1 - beta_2)*g**2; "
    "highest = maximum(highest, v); p = p - learning_rate*m/(1 - beta_1**step)/root(highest, 1 - beta_2**step)",
    SCALAR(rate, "learning_rate/(1 - beta_1**step)*sqrt(1 - beta_2**step)") SCALAR(beta_1, "beta_1")
    SCALAR(rest_1, "1 - beta_1") SCALAR(beta_2, "beta_2") SCALAR(rest_2, "1 - beta_2")
    SCALAR(inside, "inside(1 - beta_2**step)") SCALAR(outside, "outside(1 - beta_2**step)") SCALAR(decay, "weight_decay"),
    "Adam by the highest mean square so far, before its correction: rates never rise.",
    "S. J. Reddi, S. Kale and S. Kumar, On the convergence of Adam and beyond, 2018",
    T slope = with_decay(g, p, decay);
    m = mean(beta_1, m, rest_1, slope);
    v = mean_square(beta_2, v, rest_2, slope);
    highest = MAX(highest, v); /* NaN where v is */
    p = NMAD(rate, m / (SQRT(highest + inside) + outside), p))

/* momentum(t) is that of step t, and momenta the product of all up to it */
UPDATE(nadam, Nadam,
    HYPER(learning_rate, 2e-3, "[0, inf)") HYPER(beta_1, 0.9, "[0, 1)") HYPER(beta_2, 0.999, "[0, 1)")
    HYPER(epsilon, 1e-8, "[0, inf)") HYPER(weight_decay, 0, "[0, inf)") HYPER(momentum_decay, 0.004, "[0, inf)"),
    STATE2(m, v),
    "g = g + weight_decay*p; m = beta_1*m + (1 - beta_1)*g; v = beta_2*v + (1 - beta_2)*g**2; "
    "momentum = lambda t: beta_1*(1 - 0.96**(t*momentum_decay)/2); "
    "momenta = prod([momentum(t) for t in range(1, step + 1)]); "
    "ahead = momentum(step + 1)*m/(1 - momenta*momentum(step + 1)) + (1 - momentum(step))*g/(1 - momenta); "
    "p = p - learning_rate*ahead/root(v, 1 - beta_2**step)",
    SCALAR(of_m, "learning_rate*sqrt(1 - beta_2**step)*momentum(step + 1)/(1 - momenta(step + 1))")
    SCALAR(of_g, "learning_rate*sqrt(1 - beta_2**step)*(1 - momentum(step))/(1 - momenta(step))")
    SCALAR(beta_1, "beta_1") SCALAR(rest_1, "1 - beta_1") SCALAR(beta_2, "beta_2") SCALAR(rest_2, "1 - beta_2")
    SCALAR(inside, "inside(1 - beta_2**step)") SCALAR(outside, "outside(1 - beta_2**step)") SCALAR(decay, "weight_decay"),
    "Adam with Nesterov's momentum, which rises from half to the whole of beta_1.",
    "T. Dozat, Incorporating Nesterov momentum into Adam, 2016",
    T slope = with_decay(g, p, decay);
    m = mean(beta_1, m, rest_1, slope);
    v = mean_square(beta_2, v, rest_2, slope);
    p = p - MAD(of_m, m, of_g * slope) / (SQRT(v + inside) + outside))

UPDATE(lion, Lion,
    HYPER(learning_rate, 1e-4, "[0, inf)") HYPER(beta_1, 0.9, "[0, 1)") HYPER(beta_2, 0.99, "[0, 1)")
    HYPER(weight_decay, 0, "[0, inf)"),
    STATE1(m),
    "p = p - learning_rate*weight_decay*p - learning_rate*sign(beta_1*m + (1 - beta_1)*g); m = beta_2*m + (1 - beta_2)*g",
    SCALAR(rate, "learning_rate") SCALAR(beta_1, "beta_1") SCALAR(rest_1, "1 - beta_1") SCALAR(beta_2, "beta_2")
    SCALAR(rest_2, "1 - beta_2") SCALAR(kept, "1 - learning_rate*weight_decay"),
    "The sign of a mean of gradients, with decoupled weight decay: beside it, not in it.",
    "X. Chen et al., Symbolic discovery of optimization algorithms, 2023",
    p = NMAD(rate, sign(mean(beta_1, m, rest_1, g)), p * kept);
    m = mean(beta_2, m, rest_2, g))
