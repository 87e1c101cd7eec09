/** Optimizers as formulas: rules are read, checked and compiled from text; schedules, penalties and clipping stand beside them. */
package downhill.optim;
