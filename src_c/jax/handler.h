/* The handler that XLA calls where a program of JAX has the target "fastact": what _core/jax_handler.pyx uses. */

#ifndef FASTACT_JAX_HANDLER_H
#define FASTACT_JAX_HANDLER_H

#include "fastact.h"
#include "jax/xla.h"

/* The table that the handler computes with; before the first call. */
void jax_use(const fastact_api *fastact);

/* Computes a function of the table, by its attribute `function`, of the operands; numbers in an attribute `parameters` are the
   inputs behind them.  NULL, or an error of XLA's. */
xla_error *jax_handler(const xla_call *call);

/* How many calls have computed; `reset` begins anew. */
uint64_t jax_computed(int reset);

#endif
