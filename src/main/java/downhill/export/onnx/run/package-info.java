/**
 * A small evaluator for the operators that {@link downhill.export.onnx} writes: so that an exported file can be asked where ONNX Runtime is
 * not at hand. It reads the file itself, not what it was made of.
 */
package downhill.export.onnx.run;
