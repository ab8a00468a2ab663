/* Groups of many runs, with gamma and beta for each group: batch normalisation of channels, each with its neighbours. */

/* Groups of many runs, some neighbours at a time, whose runs follow one another: in their order memory brings the next lines
   by itself.  Of 64 x 256 x 196 floats, 16 groups at a time took 1.3 times as long, and one by one 2.3 times (Zen 4). */
enum { NEIGHBOURS = 64, BLOCK = 65536 };
typedef struct {
    PACK_SUMS sums[GROUP];
    double shift;
    MAP map;
} NEIGHBOUR;
_Static_assert(NEIGHBOURS * sizeof(NEIGHBOUR) <= NORMALIZED, "run_groups");

WORD void sum_block(const normalization *t, const R *x, const R *dy, int count, PADDED *last, NEIGHBOUR *of, int how)
{
    const double unit = 1;
    for (int k = 0; k < count; k++)
        clear_sums_of_packs(of[k].sums, how);
    for (ptrdiff_t run = 0; run < t->runs; run++)
        for (int k = 0; k < count; k++) {
            const ptrdiff_t at = run * t->run_step + k * t->group_step;
            PACK_SUMS s[GROUP]; /* in registers */
            EACH_PACK(g)
                EACH_MOMENT(m, how) s[g].of[m] = of[k].sums[g].of[m];
            sum_run(t, x + at, dy + at, last, &of[k].shift, &unit, s, how);
            EACH_PACK(g)
                EACH_MOMENT(m, how) of[k].sums[g].of[m] = s[g].of[m];
        }
}

WORD void measure_block(const normalization *t, ptrdiff_t group, const R *x, const R *dy, int count, PADDED *last,
                        NEIGHBOUR *of, again_kernel *again, int how)
{
    if (how & GIVEN) {
        for (int k = 0; k < count; k++)
            of[k].map = given_map(t, t->results[0][group + k], t->results[1][group + k], gamma_of(t, group + k),
                                  beta_of(t, group + k));
        return;
    }
    if (AT_FIRST(how) & MOVED)
        sum_block(t, x, dy, count, last, of, CENTRED | MEAN | ALONG);
    for (int k = 0; k < count; k++)
        of[k].shift = AT_FIRST(how) & MOVED ? sums_of_group(of[k].sums, CENTRED | MEAN).of[FIRST] / elements_of(t) : 0;
    sum_block(t, x, dy, count, last, of, AT_FIRST(how));
    for (int k = 0; k < count; k++) {
        const ptrdiff_t at = k * t->group_step;
        of[k].map = settle_group(t, group + k, x + at, dy + at, last, sums_of_group(of[k].sums, how), of[k].shift, again, how);
    }
}

WORD void run_groups(const normalization *t, ptrdiff_t first, ptrdiff_t end, void *scratch, again_kernel *again, int how)
{
    PADDED last;
    NEIGHBOUR *of = scratch;
    ptrdiff_t most = BLOCK / (t->length * sizeof(R)), count;
    most = most < 1 ? 1 : most > NEIGHBOURS ? NEIGHBOURS : most;
    pad_parameters(t, &last, how);
    for (ptrdiff_t group = first; group < end; group += count) {
        const R *x = (const R *)t->x + group * t->group_step, *dy = how & BACK ? (const R *)t->dy + group * t->group_step : x;
        R *out = (R *)t->out + group * t->group_step;
        count = end - group < most ? end - group : most;
        measure_block(t, group, x, dy, (int)count, &last, of, again, how);
        for (ptrdiff_t run = 0; run < t->runs; run++)
            for (int k = 0; k < count; k++) {
                const ptrdiff_t at = run * t->run_step + k * t->group_step;
                map_any_run(t, x + at, dy + at, out + at, &last, of[k].map, how);
            }
    }
}
