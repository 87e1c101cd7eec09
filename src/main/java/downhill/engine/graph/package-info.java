/**
 * Computations as graphs: built once per model, differentiated here, run elsewhere. Shapes leave the run axis out: a node
 * is either shared by all runs or exists once per run, and R runs are the rows of one tensor when the graph is compiled.
 */
package downhill.engine.graph;
