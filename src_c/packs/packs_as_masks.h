/* Comparisons as packs of all ones or zeros: included by the <isa>.h of an ISA without mask registers. */

typedef I M;

WORD T unless(M m, T a) { return (T)(~m & (I)a); }
WORD I tally(I count, M m) { return count - m; }
