/** How good contenders are by folds: scores of held out rows, each fold and seed by itself. */
package downhill.analysis.score;
