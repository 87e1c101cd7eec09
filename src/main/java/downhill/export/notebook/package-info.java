/** A race as a notebook that repeats it in PyTorch. */
package downhill.export.notebook;
