/** What held out rows say beyond one number: curves with bands over folds, thresholds with their costs, errors by group. Pure. */
package downhill.analysis.curve;
