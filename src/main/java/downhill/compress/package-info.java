/**
 * Trained models made smaller: weights as whole numbers of few bits, weights and units taken away, what a model says taught to a smaller
 * one, and what each form costs and is worth.
 */
package downhill.compress;
