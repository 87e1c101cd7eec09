/** Why a model says what it says of one row, and what would change it. */
package downhill.analysis.explain.local;
