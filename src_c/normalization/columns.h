/* Groups across memory: neighbouring columns, with gamma and beta for each.  Batch normalisation of features. */

/* Of each column of a strip. */
typedef struct {
    PACK_SUMS sums[GROUP];
    double of[MOMENTS][COLUMNS], shift[COLUMNS], unit[COLUMNS];
    R units[COLUMNS], means[COLUMNS], inverses[COLUMNS], rests[COLUMNS], gradients[COLUMNS], slopes[COLUMNS];
    int in_units;
} STRIP;

WORD SUMS_OF_GROUP sums_of_column(const STRIP *strip, int i)
{
    return (SUMS_OF_GROUP){{strip->of[FIRST][i], strip->of[SECOND][i], strip->of[GRADIENTS][i], strip->of[PRODUCTS][i]}};
}

WORD FACTORS factors_of_pack(const STRIP *strip, int g)
{
    return (FACTORS){.unit = load(strip->units + g * LANES),
                     .mean = load(strip->means + g * LANES),
                     .inverse = load(strip->inverses + g * LANES),
                     .rest = load(strip->rests + g * LANES),
                     .gradient = load(strip->gradients + g * LANES),
                     .slope = load(strip->slopes + g * LANES)};
}

/* Row `row` of a strip, as whole packs where it is narrower. */
WORD const R *row_of_strip(const void *from, const normalization *t, ptrdiff_t row, ptrdiff_t column, int width, R *padded)
{
    const R *at = (const R *)from + row * t->run_step + column;
    if (width == COLUMNS)
        return at;
    pad(padded, at, 0, width);
    return padded;
}

WORD void sum_rows(const normalization *t, ptrdiff_t row, int count, ptrdiff_t column, int width, STRIP *strip, int how)
{
    R padded_x[COLUMNS], padded_dy[COLUMNS];
    const R *x[TOGETHER], *dy[TOGETHER];
    EACH_ROW(k, count) {
        x[k] = row_of_strip(t->x, t, row + k, column, width, padded_x);
        dy[k] = how & BACK ? row_of_strip(t->dy, t, row + k, column, width, padded_dy) : 0;
    }
    EACH_PACK(g) {
        PACK_SUMS s;
        EACH_MOMENT(m, how) s.of[m] = strip->sums[g].of[m];
        EACH_ROW(k, count) add_pack(x[k], dy[k], 0, strip->shift, strip->unit, g, &s, how);
        EACH_MOMENT(m, how) strip->sums[g].of[m] = s.of[m];
    }
}

WORD ptrdiff_t strips_of(ptrdiff_t columns) { return (columns + COLUMNS - 1) / COLUMNS; }
WORD int width_of(ptrdiff_t column, ptrdiff_t end) { return end - column < COLUMNS ? (int)(end - column) : COLUMNS; }

/* A line of rows that come next. */
WORD void prefetch_rows(const void *from, const normalization *t, ptrdiff_t row, int count, ptrdiff_t column)
{
    if (row + count <= t->runs)
        EACH_ROW(k, count) __builtin_prefetch((const R *)from + (row + k) * t->run_step + column);
}

/* `count` rows at a time, the next of them ahead. */
WORD void sum_few_rows(const normalization *t, ptrdiff_t first, ptrdiff_t end, STRIP *strips, int count, int ahead, int how)
{
    for (ptrdiff_t row = 0; row < t->runs; row += count)
        for (ptrdiff_t column = first; column < end; column += COLUMNS) {
            STRIP *strip = &strips[(column - first) / COLUMNS];
            const int width = width_of(column, end);
            if (width == COLUMNS && t->runs - row >= count) {
                if (ahead)
                    prefetch_rows(t->x, t, row + count, count, column);
                if (ahead && how & BACK)
                    prefetch_rows(t->dy, t, row + count, count, column);
                sum_rows(t, row, count, column, COLUMNS, strip, how);
            } else
                for (ptrdiff_t k = row; k < t->runs && k < row + count; k++)
                    sum_rows(t, k, 1, column, width, strip, how);
        }
}

/* Columns first to end, of which `strips` begins with those of the first: at most BLOCK_OF_STRIPS, whose sums are then in the
   first caches.  Rows that are whole pages apart meet in a few sets of these, and have no room ahead. */
enum { PAGE_BYTES = 4096 };

WORD void sum_columns(const normalization *t, ptrdiff_t first, ptrdiff_t end, STRIP *strips, int how)
{
    for (STRIP *strip = strips; strip < strips + strips_of(end - first); strip++)
        memset(strip->sums, 0, sizeof strip->sums);
    if (t->run_step * sizeof(R) % PAGE_BYTES == 0)
        sum_few_rows(t, first, end, strips, TOGETHER, 0, how);
    else
        sum_few_rows(t, first, end, strips, TOGETHER, 1, how);
    for (STRIP *strip = strips; strip < strips + strips_of(end - first); strip++)
        EACH_MOMENT(m, how)
            EACH_PACK(g) put_total(&strip->sums[g].of[m], strip->of[m] + g * LANES);
}

/* Where a column's sums have not digits enough, the strip's are made once more: the other columns keep their bits. */
typedef void again_columns(const normalization *t, ptrdiff_t column, ptrdiff_t end, STRIP *strip);

WORD void sum_columns_again(const normalization *t, ptrdiff_t column, ptrdiff_t end, STRIP *strip, int how)
{
    for (int i = 0; i < width_of(column, end); i++)
        if (!is_exact(t, sums_of_column(strip, i), t->runs, how))
            find_basis(t, (const R *)t->x + column + i, sums_of_column(strip, i), &strip->shift[i], &strip->unit[i]);
    sum_columns(t, column, column + width_of(column, end), strip, how | MOVED);
}

WORD void put_map(STRIP *strip, int i, MAP map)
{
    strip->units[i] = map.unit;
    strip->means[i] = map.mean;
    strip->inverses[i] = map.inverse;
    strip->rests[i] = map.rest;
    strip->gradients[i] = map.gradient;
    strip->slopes[i] = map.slope;
    strip->in_units |= map.unit != 1;
}

WORD void measure_strip(const normalization *t, ptrdiff_t column, ptrdiff_t end, STRIP *strip, again_columns *again, int how)
{
    const int width = width_of(column, end);
    double first[COLUMNS], second[COLUMNS];
    R gamma[COLUMNS], beta[COLUMNS];
    int exact = 1;
    for (int i = 0; i < COLUMNS; i++)
        gamma[i] = 1, beta[i] = 0;
    if (t->gamma)
        memcpy(gamma, (const R *)t->gamma + column, width * sizeof(R));
    if (t->beta)
        memcpy(beta, (const R *)t->beta + column, width * sizeof(R));
    strip->in_units = 0;
    if (how & GIVEN) {
        for (int i = 0; i < width; i++)
            put_map(strip, i, given_map(t, t->results[0][column + i], t->results[1][column + i], gamma[i], beta[i]));
        return;
    }
    for (int i = 0; i < COLUMNS; i++)
        exact &= is_exact(t, sums_of_column(strip, i), t->runs, how) | (i >= width);
    if (__builtin_expect(!exact, 0))
        again(t, column, end, strip);
    for (int i = 0; i < COLUMNS; i++)
        put_map(strip, i, finish_group(t, sums_of_column(strip, i), strip->shift[i], strip->unit[i], gamma[i], beta[i],
                                       &first[i], &second[i], how));
    for (int i = 0; strip->in_units && !(how & BACK) && i < COLUMNS; i++) {
        first[i] /= strip->unit[i];
        second[i] /= strip->unit[i] * strip->unit[i];
    }
    memcpy(t->results[0] + column, first, width * sizeof(double));
    memcpy(t->results[1] + column, second, width * sizeof(double));
}

enum { BLOCK_OF_STRIPS = 64 };

/* Columns first to end. */
WORD void measure_columns(const normalization *t, ptrdiff_t first, ptrdiff_t end, again_columns *again, int how)
{
    for (ptrdiff_t from = first; from < end; from += BLOCK_OF_STRIPS * COLUMNS) {
        const ptrdiff_t to = end - from < BLOCK_OF_STRIPS * COLUMNS ? end : from + BLOCK_OF_STRIPS * COLUMNS;
        STRIP *strips = (STRIP *)t->strips + from / COLUMNS;
        for (STRIP *strip = strips; strip < strips + strips_of(to - from); strip++)
            for (int i = 0; i < COLUMNS; i++)
                strip->shift[i] = 0, strip->unit[i] = 1;
        if (AT_FIRST(how) & MOVED && !(how & GIVEN)) {
            sum_columns(t, from, to, strips, CENTRED | MEAN);
            for (STRIP *strip = strips; strip < strips + strips_of(to - from); strip++)
                for (int i = 0; i < COLUMNS; i++)
                    strip->shift[i] = strip->of[FIRST][i] / t->runs;
        }
        if (!(how & GIVEN))
            sum_columns(t, from, to, strips, AT_FIRST(how));
        for (ptrdiff_t column = from; column < to; column += COLUMNS)
            measure_strip(t, column, to, &strips[(column - from) / COLUMNS], again, how);
    }
}

WORD void map_strip(const normalization *t, ptrdiff_t row, ptrdiff_t column, int width, const STRIP *strip, int how)
{
    R padded_x[COLUMNS], padded_dy[COLUMNS], padded_out[COLUMNS];
    const R *x = row_of_strip(t->x, t, row, column, width, padded_x);
    const R *dy = how & BACK ? row_of_strip(t->dy, t, row, column, width, padded_dy) : x;
    R *out = (R *)t->out + row * t->run_step + column;
    EACH_PACK(g) {
        const FACTORS f = factors_of_pack(strip, g);
        map_pack(x, dy, 0, 0, width == COLUMNS ? out : padded_out, &f, g, width == COLUMNS && t->streamed, how);
    }
    if (width != COLUMNS)
        memcpy(out, padded_out, width * sizeof(R));
}

/* Rows first to end, each as it is in memory, but long ones in parts whose factors stay in the first caches.  Two parts of
   each row of 8192 x 768 floats, one after the other, took twice the time (Zen 4). */
WORD void map_columns(const normalization *t, ptrdiff_t first, ptrdiff_t end, int how)
{
    enum { ROWS_OF_BLOCK = 32 };
    const STRIP *strips = t->strips;
    for (ptrdiff_t top = first; top < end; top += ROWS_OF_BLOCK)
        for (ptrdiff_t from = 0; from < t->groups; from += BLOCK_OF_STRIPS * COLUMNS) {
            const ptrdiff_t bottom = end - top < ROWS_OF_BLOCK ? end : top + ROWS_OF_BLOCK;
            const ptrdiff_t to = t->groups - from < BLOCK_OF_STRIPS * COLUMNS ? t->groups : from + BLOCK_OF_STRIPS * COLUMNS;
            const ptrdiff_t whole = from + ((to - from) & -COLUMNS);
            for (ptrdiff_t row = top; row < bottom; row++) {
                for (ptrdiff_t column = from; column < whole; column += COLUMNS) {
                    prefetch_rows(t->x, t, row + 2, 1, column);
                    if (how & BACK)
                        prefetch_rows(t->dy, t, row + 2, 1, column);
                    map_strip(t, row, column, COLUMNS, &strips[column / COLUMNS], how);
                }
                if (whole < to)
                    map_strip(t, row, whole, (int)(to - whole), &strips[whole / COLUMNS], how);
            }
        }
}

WORD void map_any_columns(const normalization *t, ptrdiff_t first, ptrdiff_t end, int how)
{
    int in_units = 0;
    for (ptrdiff_t strip = 0; strip < strips_of(t->groups); strip++)
        in_units |= ((const STRIP *)t->strips)[strip].in_units;
    if (in_units)
        map_columns(t, first, end, how | IN_UNITS);
    else
        map_columns(t, first, end, how);
}
