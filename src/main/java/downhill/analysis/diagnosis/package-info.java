/** Common troubles of a training, found by plain thresholds and told with their numbers. Pure. */
package downhill.analysis.diagnosis;
