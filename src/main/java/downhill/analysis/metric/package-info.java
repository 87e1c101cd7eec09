/** How good predictions are: numbers and curves. Pure. */
package downhill.analysis.metric;
