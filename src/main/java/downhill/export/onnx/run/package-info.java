/**
 * A small evaluator of ONNX files: of the operators that {@link downhill.export.onnx} writes and some that others do, so that a file can be
 * asked where ONNX Runtime is not at hand. It reads the file itself, not what it was made of.
 */
package downhill.export.onnx.run;
