/** Folds: which rows are learned from and which are held out, several times over the same rows. Pure functions of rows and seed. */
package downhill.data.split;
