"""What is compiled: a ufunc for every kernel, parametric functions, the pool; and what a ufunc is made with."""
