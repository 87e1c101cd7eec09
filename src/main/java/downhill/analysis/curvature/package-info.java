/** Curvature of the training loss, and how much of it a rule bears. */
package downhill.analysis.curvature;
