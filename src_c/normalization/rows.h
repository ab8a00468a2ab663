/* Rows: groups of one run, with gamma and beta for each element.  Layer and RMS normalisation. */

WORD MAP measure_row(const normalization *t, const R *x, const R *dy, PADDED *last, again_kernel *again, int how)
{
    double shift = 0;
    if (AT_FIRST(how) & MOVED)
        shift = sum_group(t, x, dy, last, 0, 1, CENTRED | MEAN | ALONG).of[FIRST] / elements_of(t);
    return settle_group(t, 0, x, dy, last, sum_group(t, x, dy, last, shift, 1, AT_FIRST(how)), shift, again, how);
}

WORD void run_rows(const normalization *t, ptrdiff_t first, ptrdiff_t end, void *scratch, again_kernel *again, int how)
{
    PADDED last;
    pad_parameters(t, &last, how);
    for (ptrdiff_t row = first; row < end; row++) {
        const R *x = (const R *)t->x + row * t->group_step;
        map_any_run(t, x, x, (R *)t->out + row * t->group_step, &last, measure_row(t, x, x, &last, again, how), how);
    }
}

/* ---- the backward form of rows ------------------------------------------------------------------------------------------ */

/* Sums of g and of g*xhat, and for gamma and beta those of dy*xhat and dy over rows: four in a tree, trees in a pack, at most
   IN_PACK of them; and these sums in double, or at the end in two words. */
enum { IN_PACK = 16 };

WORD T tree(const T *parts, int count)
{
    return count > 2 ? (parts[0] + parts[1]) + (parts[2] + parts[3]) : parts[0];
}

WORD void add_slopes(const R *x, const R *dy, const R *gamma, int count, const FACTORS *f, T *gradients, T *products, int how)
{
    EACH_PACK(g) {
        T a[TOGETHER] = {{0}}, b[TOGETHER] = {{0}};
        EACH_ROW(k, count) {
            const ptrdiff_t at = k * COLUMNS + g * LANES;
            a[k] = how & AFFINE ? load(dy + at) * load(gamma + at) : load(dy + at);
            b[k] = a[k] * mapped(x + at, f, how);
        }
        if (how & CENTRED)
            gradients[g] += tree(a, count);
        products[g] += tree(b, count);
    }
}

WORD double sum_of_packs(const T *packs)
{
    R numbers[COLUMNS];
    double columns[COLUMNS];
    EACH_PACK(g) {
        store(numbers + g * LANES, packs[g]);
        const WIDE v = wide(numbers + g * LANES);
        EACH_PART(p) store_wide(columns + g * LANES + p * PART, v.part[p]);
    }
    return sum_of_lanes(columns);
}

/* The factors of a row, with those of its slopes. */
WORD MAP measure_slopes(const normalization *t, const R *x, const R *dy, PADDED *last, MAP map, int how)
{
    const ptrdiff_t whole = whole_part(t), step = TOGETHER * COLUMNS;
    const double share = 1 / elements_of(t);
    const FACTORS f = factors_of(map);
    const R *gamma = t->gamma;
    double gradient = 0, product = 0;
    for (ptrdiff_t first = 0; first < t->length; first += IN_PACK * step) {
        T gradients[GROUP] = {{0}}, products[GROUP] = {{0}};
        const ptrdiff_t end = first + IN_PACK * step < whole ? first + IN_PACK * step : whole;
        ptrdiff_t i = first;
        for (; i + step <= end; i += step)
            add_slopes(x + i, dy + i, gamma + i, TOGETHER, &f, gradients, products, how);
        for (; i < end; i += COLUMNS)
            add_slopes(x + i, dy + i, gamma + i, 1, &f, gradients, products, how);
        if (rest_part(t) && first + IN_PACK * step >= whole) {
            pad_run(t, x, dy, last);
            add_slopes(last->x, last->dy, last->gamma, 1, &f, gradients, products, how);
        }
        gradient += how & CENTRED ? sum_of_packs(gradients) : 0;
        product += sum_of_packs(products);
    }
    map.gradient = (R)(t->length == 1 ? gradient : gradient * share);
    map.slope = map.inverse;
    map.product = (R)(product * share * map.inverse);
    return map;
}

/* Rows go by twos: their operands and results stay in the first cache, where those of four do not (1024 floats). */
enum { PAIR = 2 };

/* A strip of `count` rows: dx, and what it adds to the sums over rows. */
WORD void map_rows(const R *const *x, const R *const *dy, const R *gamma, R *const *out, R *sums, ptrdiff_t width,
                   const FACTORS *f, int count, int streamed, int how)
{
    EACH_PACK(g) {
        T gradients[PAIR] = {{0}}, products[PAIR] = {{0}};
        const T factor = how & AFFINE ? load(gamma + g * LANES) : PACK(1);
        EACH_ROW(k, count) {
            const T xhat = mapped(x[k] + g * LANES, &f[k], how), slope = load(dy[k] + g * LANES);
            gradients[k] = slope;
            products[k] = slope * xhat;
            put(out[k] + g * LANES, mapped_slope(xhat, how & AFFINE ? slope * factor : slope, &f[k], how), streamed);
        }
        store(sums + g * LANES, load(sums + g * LANES) + (products[0] + products[1]));
        if (how & CENTRED)
            store(sums + width + g * LANES, load(sums + width + g * LANES) + (gradients[0] + gradients[1]));
    }
}

WORD void map_few_rows(const normalization *t, const R *const *x, const R *const *dy, R *const *out, PADDED *last, R *sums,
                       const MAP *maps, int count, int how)
{
    const R *of_x[PAIR], *of_dy[PAIR];
    R *of_out[PAIR];
    FACTORS f[PAIR];
    EACH_ROW(k, count) f[k] = factors_of(maps[k]);
    for (ptrdiff_t i = 0; i < whole_part(t); i += COLUMNS) {
        EACH_ROW(k, count) {
            of_x[k] = x[k] + i;
            of_dy[k] = dy[k] + i;
            of_out[k] = out[k] + i;
        }
        map_rows(of_x, of_dy, (const R *)t->gamma + i, of_out, sums + i, t->width, f, count, t->streamed, how);
    }
    if (!rest_part(t))
        return;
    EACH_ROW(k, count) {
        pad_run(t, x[k], dy[k], &last[k]);
        of_x[k] = last[k].x;
        of_dy[k] = last[k].dy;
        of_out[k] = last[k].out;
    }
    map_rows(of_x, of_dy, last[0].gamma, of_out, sums + whole_part(t), t->width, f, count, 0, how);
    EACH_ROW(k, count) memcpy(out[k] + whole_part(t), last[k].out, rest_part(t) * sizeof(R));
}

/* Chunks of at most IN_PACK trees of rows, each with sums of its own: these depend on no thread. */
WORD void run_chunks(const normalization *t, ptrdiff_t first, ptrdiff_t end, void *scratch, again_kernel *again, int how)
{
    PADDED last[PAIR];
    pad_parameters(t, &last[0], how);
    for (ptrdiff_t chunk = first; chunk < end; chunk++) {
        const ptrdiff_t beyond = (chunk + 1) * t->chunk < t->groups ? (chunk + 1) * t->chunk : t->groups;
        R *sums = (R *)t->sums + chunk * 2 * t->width;
        memset(sums, 0, 2 * t->width * sizeof(R));
        for (ptrdiff_t row = chunk * t->chunk; row < beyond; row += PAIR) {
            const int count = beyond - row < PAIR ? (int)(beyond - row) : PAIR;
            const R *x[PAIR], *dy[PAIR];
            R *out[PAIR];
            MAP maps[PAIR];
            int in_units = 0;
            for (int k = 0; k < count; k++) {
                const ptrdiff_t at = (row + k) * t->group_step;
                x[k] = (const R *)t->x + at;
                dy[k] = (const R *)t->dy + at;
                out[k] = (R *)t->out + at;
                maps[k] = measure_row(t, x[k], dy[k], &last[0], again, how);
                in_units |= maps[k].unit != 1;
            }
            /* while a row is summed, the quotients of the one before it are ready */
            for (int k = 0; k < count; k++)
                maps[k] = in_units ? measure_slopes(t, x[k], dy[k], &last[0], maps[k], how | IN_UNITS)
                                   : measure_slopes(t, x[k], dy[k], &last[0], maps[k], how);
            if (count == PAIR && !in_units)
                map_few_rows(t, x, dy, out, last, sums, maps, PAIR, how);
            else
                for (int k = 0; k < count; k++)
                    map_few_rows(t, x + k, dy + k, out + k, last, sums, maps + k, 1, how | IN_UNITS);
        }
    }
}
