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
    R columns[3][COLUMNS] = {{0}};
    const double *const given[3] = {s->given->logits, s->given->masses, s->given->shares};
    for (int k = 0; k < (how & SPREAD ? 3 : 2); k++)
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

/* b, or b scaled */
WORD T mass_of(const ROWS *rows, int k, int g, const cross_entropy_settings *given, double scale)
{
    return element(rows, 2, k, g) * MAD(element(rows, 1, k, g), PACK((R)(scale * given->f)), PACK((R)(scale * given->c)));
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
            T x = element(rows, 0, k, g), b = mass_of(rows, k, g, s->given, 1), m = s->softmax.e.from.maximum[of_pack(g, how)];
            DD d = two_sum(m, -x);
            M none = EQ(b, 0) | EQ(x, m);
            DD p = two_prod(b, SELECT(none, 0, d.h));
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

/* Of a class the gradient is A p - b; where p is a half or more, the class is at the maximum, and 1 - p is the share of the
   others.  The loss has their sum over the maximum's exponential. */
WORD void make_loss(SOFTMAX *softmax, int g, int how)
{
    CROSS_ENTROPY *s = (CROSS_ENTROPY *)softmax; /* of which it is the first member */
    T m = softmax->e.from.maximum[g], ties = MAX(0, softmax->count[g] - 1); /* there may be no element at all */
    DD top = exponential_of_maximum(&softmax->e.from, g, how), below = sum_at(&softmax->e.sum, g);
    DD others = {FMA(ties, top.h, below.h), FMA(ties, top.l, below.l)}, but_one = dd_div(others, top);
    softmax->log_sum[g] = fp(log1p_(but_one)) + SELECT(LT(m, -LARGEST), m - m, 0);
    make_shares(softmax, g, dd_add(top, others));

    const SHARES *shares = &softmax->shares;
    DD masses = how & SPREAD ? sum_at(&s->all, g) : dd((T){0});
    T e = exponential(s->logit[g], &softmax->e.from, g, how | FAR), p = FMA(e, shares->share[g], e * shares->rest[g]);
    T rest = FMA(others.h, shares->share[g], FMA(others.h, shares->rest[g], others.l * shares->share[g]));
    T mass = s->mass[g], share = s->share[g], all = mass + (masses.h + masses.l);
    T slope = SELECT(LT(p, K(0.5)), FMA(all, p, -(mass + share)), FNMA(all, rest, masses.h - share + masses.l));
    s->slope[g] = (R)s->given->scale * slope;
}

/* the shares of the gradient, which are A scaled times those of softmax */
WORD int finish_cross_entropy(void *state, int along, int how)
{
    CROSS_ENTROPY *s = state;
    if (settle(&s->softmax, along, how))
        return 1;
    if (along && how & SPREAD) {
        join_sums(&s->all);
        join_sums(&s->dot);
    }
    make(&s->softmax, make_loss, along, how);
    const double scale = s->given->scale;
    const DD scale2 = {PACK((R)scale), PACK((R)(scale - (double)(R)scale))};
    EACH_PACK(g)
    {
        SHARES *shares = &s->softmax.shares;
        DD factor = dd_mul(dd_add(dd(s->mass[g]), sum_at(&s->all, g)), scale2);
        DD product = dd_mul((DD){shares->share[g], shares->rest[g]}, factor);
        shares->share[g] = product.h;
        shares->rest[g] = product.l;
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
        T b = how & SPREAD ? mass_of(rows, k, g, s->given, s->given->scale) : (T){0};
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

/* without a branch, so that the compiler makes packs of it */
WORD void report_cross_entropy(const void *state, void *const *results, ptrdiff_t number, int along, int how)
{
    const CROSS_ENTROPY *s = state;
    const R *maximum = (const R *)s->softmax.e.from.maximum, *log_sum = (const R *)s->softmax.log_sum;
    const R *all = (const R *)s->all.h, *all_low = (const R *)s->all.l;
    const R *dot = (const R *)s->dot.h, *dot_low = (const R *)s->dot.l;
    const double *logits = s->given->logits + s->number, *masses = s->given->masses + s->number, scale = s->given->scale;
    const int count = along ? 1 : COLUMNS;
    double losses[COLUMNS];
    for (int i = 0; i < count; i++) {
        const double distance = ((masses[i] == 0) | (logits[i] == maximum[i])) ? 0 : maximum[i] - logits[i];
        double loss = masses[i] * (log_sum[i] + distance);
        if (how & SPREAD)
            loss += ((double)all[i] + all_low[i]) * log_sum[i] + (isinf(dot[i]) ? dot[i] : (double)dot[i] + dot_low[i]);
        losses[i] = scale * loss;
    }
    memcpy((double *)results[0] + s->number, losses, count * sizeof(double));
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

static const reduction cross_entropies[] = {
    [OF_CLASS] =
    {.name = "cross_entropy", .turned = 64, .inputs = 1, .padding = {-INFINITY}, .results = 2, .whole = cross_entropy_whole,
     OF_BLOCKS(cross_entropy)},
    [OF_CLASS_WITH_GRAD] =
    {.name = "cross_entropy_with_grad", .turned = 64, .inputs = 1, .padding = {-INFINITY}, .results = 2,
     .whole = cross_entropy_with_grad_whole, OF_BLOCKS(cross_entropy_with_grad)},
    [OF_MASSES] =
    {.name = "spread_cross_entropy", .turned = 64, .inputs = 3, .padding = {-INFINITY}, .results = 2,
     .whole = spread_cross_entropy_whole, OF_BLOCKS(spread_cross_entropy)},
};
