/** Many runs at once over two numbers: where a rule converges, where a model can be trained. */
package downhill.analysis.sweep;
