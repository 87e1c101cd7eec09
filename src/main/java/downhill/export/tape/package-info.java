/** What a model computes, as lines that can be printed: one for each node of its graph. */
package downhill.export.tape;
