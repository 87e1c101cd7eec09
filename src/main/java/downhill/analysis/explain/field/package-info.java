/** Rows as the file has them, one value a column, not as a model is given them: what rules, changes and regions are told in. */
package downhill.analysis.explain.field;
