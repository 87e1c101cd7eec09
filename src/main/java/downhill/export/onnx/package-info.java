/**
 * Models as ONNX graphs (opset 17 and {@code ai.onnx.ml} 3) with the preparation inside: columns by name and type go in, a class with its
 * probabilities or a number comes out.
 */
package downhill.export.onnx;
