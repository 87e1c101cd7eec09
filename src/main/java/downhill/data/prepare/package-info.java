/**
 * From a table to inputs and targets: which column is what, which rows are held out, what is filled, encoded and scaled. What was
 * learned about the columns is a {@link downhill.data.prepare.Preprocessing}, which later files go through unchanged.
 */
package downhill.data.prepare;
