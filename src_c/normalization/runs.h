/* Runs of neighbouring elements, of which a group along memory consists. */

/* The last elements of a run, and what belongs to them, in whole packs; `counts` as add_pack() takes it. */
typedef struct {
    R x[COLUMNS], dy[COLUMNS], gamma[COLUMNS], beta[COLUMNS], out[COLUMNS];
    double counts[COLUMNS];
} PADDED;

WORD ptrdiff_t whole_part(const normalization *t) { return t->length & -COLUMNS; }
WORD ptrdiff_t rest_part(const normalization *t) { return t->length % COLUMNS; }

WORD void pad(R *to, const void *from, ptrdiff_t first, ptrdiff_t count)
{
    memset(to, 0, COLUMNS * sizeof(R));
    if (from)
        memcpy(to, (const R *)from + first, count * sizeof(R));
}
WORD void pad_parameters(const normalization *t, PADDED *last, int how)
{
    pad(last->gamma, how & AFFINE ? t->gamma : 0, whole_part(t), rest_part(t));
    pad(last->beta, how & AFFINE ? t->beta : 0, whole_part(t), rest_part(t));
    for (int i = 0; i < COLUMNS; i++)
        last->counts[i] = i < rest_part(t);
}
WORD void pad_run(const normalization *t, const R *x, const R *dy, PADDED *last)
{
    pad(last->x, x, whole_part(t), rest_part(t));
    pad(last->dy, dy, whole_part(t), rest_part(t));
}

/* A run; pack by pack where the sums of all would not fit the registers. */
WORD void sum_run(const normalization *t, const R *x, const R *dy, PADDED *last, const double *shift, const double *unit,
                  PACK_SUMS *sums, int how)
{
    const int at_once = !is_used(PRODUCTS, how), rounds = at_once ? 1 : GROUP;
    if (rest_part(t))
        pad_run(t, x, how & BACK ? dy : 0, last);
    _Pragma("GCC unroll 4") for (int round = 0; round < rounds; round++) {
        for (ptrdiff_t i = 0; i < whole_part(t); i += COLUMNS) {
            if (how & BY_GROUP && round == 0) {
                __builtin_prefetch(x + i + t->run_step);
                if (how & BACK)
                    __builtin_prefetch(dy + i + t->run_step);
            }
            EACH_PACK(g)
                if (at_once || g == round)
                    add_pack(x + i, dy + i, 0, shift, unit, g, &sums[g], how);
        }
        if (rest_part(t))
            EACH_PACK(g)
                if (at_once || g == round)
                    add_pack(last->x, last->dy, last->counts, shift, unit, g, &sums[g], how);
    }
}

WORD void clear_sums_of_packs(PACK_SUMS *s, int how)
{
    EACH_PACK(g)
        EACH_MOMENT(m, how) s[g].of[m] = (TOTAL){0};
}

WORD SUMS_OF_GROUP sums_of_group(const PACK_SUMS *s, int how)
{
    SUMS_OF_GROUP made = {{0}};
    double columns[COLUMNS];
    EACH_MOMENT(m, how) {
        EACH_PACK(g) put_total(&s[g].of[m], columns + g * LANES);
        made.of[m] = sum_of_lanes(columns);
    }
    return made;
}

/* In registers, from the first run to the last. */
WORD SUMS_OF_GROUP sum_group(const normalization *t, const R *x, const R *dy, PADDED *last, double shift, double unit, int how)
{
    PACK_SUMS s[GROUP];
    clear_sums_of_packs(s, how);
    for (ptrdiff_t run = 0; run < t->runs; run++)
        sum_run(t, x + run * t->run_step, dy + run * t->run_step, last, &shift, &unit, s, how);
    return sums_of_group(s, how);
}

/* Sums once more, with a shift. */
typedef SUMS_OF_GROUP again_kernel(const normalization *t, const R *x, const R *dy, PADDED *last, SUMS_OF_GROUP sums,
                                   double *shift, double *unit);

WORD SUMS_OF_GROUP sum_group_again(const normalization *t, const R *x, const R *dy, PADDED *last, SUMS_OF_GROUP sums,
                                   double *shift, double *unit, int how)
{
    find_basis(t, x, sums, shift, unit);
    return sum_group(t, x, dy, last, *shift, *unit, how | MOVED);
}

WORD R gamma_of(const normalization *t, ptrdiff_t group) { return t->gamma ? ((const R *)t->gamma)[group] : 1; }
WORD R beta_of(const normalization *t, ptrdiff_t group) { return t->beta ? ((const R *)t->beta)[group] : 0; }

/* The map of a group from its sums; what is reported of it. */
WORD MAP settle_group(const normalization *t, ptrdiff_t group, const R *x, const R *dy, PADDED *last, SUMS_OF_GROUP sums,
                      double shift, again_kernel *again, int how)
{
    const int by_group = how & BY_GROUP;
    double unit = 1, first, second;
    if (__builtin_expect(!is_exact(t, sums, elements_of(t) * (1.0 / COLUMNS), how), 0))
        sums = again(t, x, dy, last, sums, &shift, &unit);
    const MAP made = finish_group(t, sums, shift, unit, by_group ? gamma_of(t, group) : 1, by_group ? beta_of(t, group) : 0,
                                  &first, &second, how);
    if (by_group) {
        t->results[0][group] = how & BACK ? first : first / unit;
        t->results[1][group] = how & BACK ? second : second / unit / unit;
    }
    return made;
}

WORD void map_run(const normalization *t, const R *x, const R *dy, R *out, PADDED *last, MAP map, int how)
{
    const R *gamma = t->gamma, *beta = t->beta;
    const FACTORS f = factors_of(map);
    if (rest_part(t)) {
        pad_run(t, x, how & BACK ? dy : 0, last);
        EACH_PACK(g) map_pack(last->x, last->dy, last->gamma, last->beta, last->out, &f, g, 0, how);
    }
    ptrdiff_t first = 0, end = whole_part(t);
    if (t->streamed && (uintptr_t)out % LINE) { /* past the caches go whole lines; what is beside them is computed twice */
        first = (LINE - (uintptr_t)out % LINE) / sizeof(R);
        end -= COLUMNS;
        EACH_PACK(g) map_pack(x, dy, gamma, beta, out, &f, g, 0, how);
        EACH_PACK(g) map_pack(x + end, dy + end, gamma + end, beta + end, out + end, &f, g, 0, how);
    }
    for (ptrdiff_t i = first; i < end; i += COLUMNS)
        EACH_PACK(g) map_pack(x + i, dy + i, gamma + i, beta + i, out + i, &f, g, t->streamed, how);
    if (rest_part(t))
        memcpy(out + whole_part(t), last->out, rest_part(t) * sizeof(R));
}

WORD void map_any_run(const normalization *t, const R *x, const R *dy, R *out, PADDED *last, MAP map, int how)
{
    if (map.unit == 1)
        map_run(t, x, dy, out, last, map, how);
    else
        map_run(t, x, dy, out, last, map, how | IN_UNITS);
}
