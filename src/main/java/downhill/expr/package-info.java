/** Formulas: read, simplified, differentiated, evaluated, and printed as text, LaTeX, Java and Python. */
package downhill.expr;
