/** Several models that answer as one: how their answers are mixed, how weights are found, and how sure what comes of it is. */
package downhill.analysis.ensemble;
