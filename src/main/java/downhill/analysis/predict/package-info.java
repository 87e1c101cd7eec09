/** What a model says about rows, and how good that is. On the engine. */
package downhill.analysis.predict;
