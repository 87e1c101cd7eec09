/** The true loss on a plane through parameter space, and the paths of contenders on it. */
package downhill.analysis.landscape;
