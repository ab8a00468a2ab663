/* Cross-entropy from logits and its gradient, along an axis.

   The target of an axis is a mass on one class and masses b = w (f y + c) on all, of targets y, smoothed and weighted.  With A
   their sum and p = softmax(x) the loss is A log(sum(exp(x))) - sum(b x), and its gradient A p - b; both are scaled. */

typedef struct {
    SOFTMAX softmax;
    T logit[GROUP], mass[GROUP], share[GROUP]; /* at the class: x, the mass on it alone, and of those on all */
    SUM all, dot;                              /* masses, and their products with maximum - x */
    T slope[GROUP];                            /* the gradient at the class */
    const cross_entropy_settings *given;
    ptrdiff_t number;
} CROSS_ENTROPY;

enum { SPREAD = 256 }; /* masses are on all classes */

WORD void begin_cross_entropy(void *state, const void *settings, ptrdiff_t number, int along, int how)
{
    static const softmax_settings plain = {.temperature = 1};
    CROSS_ENTROPY *s = state;
    begin_softmax(&s->softmax, &plain, number, along, how);
    s->given = settings;
    s->number = along ? number : number * COLUMNS;
    R columns[3][COLUMNS];
    const double *const given[3] = {s->given->logits, s->given->masses, s->given->shares};
    for (int k = 0; k < 3; k++)
        for (int i = 0; i < COLUMNS; i++)
            columns[k][i] = (R)given[k][s->number + (along ? 0 : i)];
    EACH_PACK(g)
    {
        s->logit[g] = load(columns[0] + g * LANES);
        s->mass[g] = load(columns[1] + g * LANES);
        s->share[g] = load(columns[2] + g * LANES);
        s->all.h[g] = s->all.l[g] = s->dot.h[g] = s->dot.l[g] = (T){0};
    }
}

WORD T mass_of(const ROWS *rows, int k, int g, const cross_entropy_settings *given)
{
    return element(rows, 2, k, g) * MAD(element(rows, 1, k, g), PACK((R)given->f), PACK((R)given->c));
}

/* b (maximum - x) is 0 where b is, and at the maximum, an infinite one too */
WORD void visit_masses(const ROWS *rows, int count, int how, void *state)
{
    CROSS_ENTROPY *s = state;
    EACH_PACK(g)
    {
        T masses[TOGETHER] = {{0}}, products[TOGETHER] = {{0}};
        EACH_ROW(k, count)
        {
            T x = element(rows, 0, k, g), b = mass_of(rows, k, g, s->given), m = s->softmax.e.from.maximum[of_pack(g, how)];
            T2 d = two_sum(m, -x);
            M none = EQ(b, 0) | EQ(x, m);
            T2 p = two_prod(b, SELECT(none, 0, d.h));
            masses[k] = b;
            products[k] = p.h;
            s->dot.l[g] += p.l + SELECT(none | GT(ABS(d.h), LARGEST), 0, b * d.l);
        }
        add_each(&s->all, g, masses, rows, count);
        add_each(&s->dot, g, products, rows, count);
    }
}

WORD void fold_cross_entropy(strip *x, void *state, int along, int how)
{
    CROSS_ENTROPY *s = state;
    if (s->softmax.settled && how & SPREAD)
        visit_all(x, visit_masses, how, s);
    fold_softmax(x, &s->softmax, along, how);
}

WORD void make_slope(CROSS_ENTROPY *s, int g)
{
    T m = s->softmax.e.from.maximum[g], mass = s->mass[g], share = s->share[g];
    T2 distance = two_sum(m, -s->logit[g]), others = sum_at(&s->all, g);
    distance = select2(EQ(s->logit[g], m), wide((T){0}), distance);
    T2 logarithm = minus(add2(distance, wide(s->softmax.log_sum[g])));
    T p = single(exp2_scaled(logarithm)), all = mass + (others.h + others.l);
    T near = FMA(all, total(expm1_(logarithm)), others.h - share + others.l);
    s->slope[g] = (R)s->given->scale * SELECT(LT(p, K(0.5)), FMA(all, p, -(mass + share)), near);
}

/* the shares of the gradient, which are A scaled times those of softmax */
WORD int finish_cross_entropy(void *state, int along, int how)
{
    CROSS_ENTROPY *s = state;
    if (settle(&s->softmax, along, how))
        return 1;
    make(&s->softmax, make_both, along, how);
    if (along && how & SPREAD) {
        join_sums(&s->all);
        join_sums(&s->dot);
    }
    EACH_PACK(g)
    {
        if (g == 0 || !along)
            make_slope(s, g);
        T factor = (s->mass[g] + (s->all.h[g] + s->all.l[g])) * (R)s->given->scale;
        SHARES *shares = &s->softmax.shares;
        T2 product = two_prod(shares->share[g], factor);
        shares->share[g] = product.h;
        shares->rest[g] = FMA(shares->rest[g], factor, product.l);
    }
    return 0;
}

/* the gradient where exponentials were not kept; x/t with t = 1 */
WORD void visit_gradient(const ROWS *rows, int count, int how, void *state)
{
    const CROSS_ENTROPY *s = state;
    const SHARES *shares = &s->softmax.shares;
    EACH_PACK(g)
    EACH_ROW(k, count)
    {
        T e = exponential(element(rows, 0, k, g), &s->softmax.e.from, g, how);
        T b = how & SPREAD ? mass_of(rows, k, g, s->given) * (R)s->given->scale : (T){0};
        put_element(rows, k, g, FMA(e, shares->share[g], FMA(e, shares->rest[g], -b)));
    }
}
WORD void map_cross_entropy(strip *x, void *state, int how)
{
    CROSS_ENTROPY *s = state;
    if (how & KEPT)
        map_shares(x, &s->softmax, how);
    else
        visit_all(x, visit_gradient, (how & (SPREAD | ALONG)) | FAR | TEMPERED, s);
}

WORD void report_cross_entropy(const void *state, void *const *results, ptrdiff_t number, int along, int how)
{
    const CROSS_ENTROPY *s = state;
    const R *maximum = (const R *)s->softmax.e.from.maximum, *log_sum = (const R *)s->softmax.log_sum;
    const R *all = (const R *)s->all.h, *all_low = (const R *)s->all.l, *dot = (const R *)s->dot.h;
    const R *dot_low = (const R *)s->dot.l;
    double *losses = (double *)results[0] + s->number;
    for (int i = 0; i < (along ? 1 : COLUMNS); i++) {
        const double logit = s->given->logits[s->number + i], mass = s->given->masses[s->number + i];
        const double distance = mass && logit != maximum[i] ? maximum[i] - logit : 0;
        const double distances = isinf(dot[i]) ? dot[i] : (double)dot[i] + dot_low[i];
        losses[i] = s->given->scale * ((mass + ((double)all[i] + all_low[i])) * log_sum[i] + (mass * distance + distances));
    }
    put_column(results[1], number, s->slope, along);
}

#define OF_CROSS_ENTROPY(name, inputs, how) \
    WHOLE(name, CROSS_ENTROPY, inputs, begin_cross_entropy, fold_cross_entropy, finish_cross_entropy, map_cross_entropy, \
          report_cross_entropy, how) \
    BLOCKS(name, CROSS_ENTROPY, begin_cross_entropy, fold_cross_entropy, finish_cross_entropy, map_cross_entropy, \
           report_cross_entropy, ((how) | TEMPERED) & ~KEPT)
OF_CROSS_ENTROPY(cross_entropy, 1, APART)
OF_CROSS_ENTROPY(cross_entropy_with_grad, 1, APART | KEPT)
OF_CROSS_ENTROPY(spread_cross_entropy, 3, APART | TEMPERED | SPREAD)

/* In pairs: of a class, and of masses on all of them. */
static const reduction cross_entropies[] = {
    {.name = "cross_entropy",
     .turned = 64,
     .inputs = 1,
     .padding = {-INFINITY},
     .results = 2,
     .whole = cross_entropy_whole,
     OF_BLOCKS(cross_entropy)},
    {.name = "cross_entropy",
     .turned = 64,
     .inputs = 3,
     .padding = {-INFINITY},
     .results = 2,
     .whole = spread_cross_entropy_whole,
     OF_BLOCKS(spread_cross_entropy)},
    {.name = "cross_entropy_with_grad",
     .turned = 64,
     .inputs = 1,
     .padding = {-INFINITY},
     .results = 2,
     .whole = cross_entropy_with_grad_whole,
     OF_BLOCKS(cross_entropy_with_grad)},
    {.name = "cross_entropy_with_grad",
     .turned = 64,
     .inputs = 3,
     .padding = {-INFINITY},
     .results = 2,
     .whole = spread_cross_entropy_whole,
     OF_BLOCKS(spread_cross_entropy)},
};
