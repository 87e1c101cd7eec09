package downhill.engine.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes a graph one run and one node at a time in float64 from the definitions in {@link Op}, with no regard for speed:
 * the independent answer that compiled plans are compared with.
 */
public final class ReferenceInterpreter implements Evaluator {

    @Override
    public double[][][] evaluate(List<Node> outputs, int runs, Map<String, double[]> inputs, double[] parameters) {
        double[][][] result = new double[outputs.size()][runs][];
        for (int run = 0; run < runs; run++) {
            Map<Node, double[]> values = new HashMap<>();
            for (int i = 0; i < outputs.size(); i++) {
                result[i][run] = new OneRun(run, runs, inputs, parameters, values).value(outputs.get(i));
            }
        }
        return result;
    }

    private record OneRun(int run, int runs, Map<String, double[]> inputs, double[] parameters,
                          Map<Node, double[]> values) {

        double[] value(Node node) {
            double[] known = values.get(node);
            if (known == null) {
                double[][] arguments = node.inputs().stream().map(this::value).toArray(double[][]::new);
                known = compute(node, arguments);
                assert known.length == node.size() : node + " got " + known.length + " values";
                values.put(node, known);
            }
            return known;
        }

        private double[] compute(Node node, double[][] in) {
            Op op = node.op();
            if (op instanceof Op.Input input) {
                return input(node, input.name());
            } else if (op instanceof Op.Parameter parameter) {
                int from = run * (parameters.length / runs) + parameter.offset();
                return Arrays.copyOfRange(parameters, from, from + node.size());
            } else if (op instanceof Op.Constant constant) {
                return new double[] {constant.value()};
            } else if (op.elementwise()) {
                return elementwise(node, in);
            } else if (op instanceof Op.MatMul product) {
                return matmul(node, product, in);
            } else if (op instanceof Op.ProductSum sum) {
                return productSum(node, sum, in);
            } else if (op instanceof Op.Concat concat) {
                return concat(node, concat.axis(), in);
            }
            return ofImagesOrAxes(node, op, in);
        }

        private double[] ofImagesOrAxes(Node node, Op op, double[][] in) {
            int[] shape = node.inputs().get(0).shape();
            if (op instanceof Op.Unfold unfold) {
                return ReferenceImages.unfold(shape, unfold.kernel(), in[0]);
            } else if (op instanceof Op.Fold fold) {
                return ReferenceImages.fold(node.shape(), fold.kernel(), in[0]);
            } else if (op instanceof Op.MaxPool pool) {
                return ReferenceImages.maxPool(shape, pool.size(), in[0]);
            } else if (op instanceof Op.MaxPoolGradient pool) {
                return ReferenceImages.maxPoolGradient(shape, pool.size(), in[0], in[1]);
            }
            return ReferenceAxes.compute(node, op, in[0]);
        }

        private double[] input(Node node, String name) {
            double[] all = inputs.get(name);
            int expected = node.perRun() ? runs * node.size() : node.size();
            if (all == null || all.length != expected) {
                throw new IllegalArgumentException("input " + name + " must have " + expected + " values");
            }
            return node.perRun() ? Arrays.copyOfRange(all, run * node.size(), (run + 1) * node.size()) : all;
        }

        private static double[] elementwise(Node node, double[][] in) {
            double[] result = new double[node.size()];
            double[][] whole = new double[in.length][];
            Arrays.setAll(whole, k -> stretched(node.shape(), node.inputs().get(k).shape(), in[k]));
            double[] a = new double[in.length];
            for (int i = 0; i < result.length; i++) {
                for (int k = 0; k < in.length; k++) {
                    a[k] = whole[k][i];
                }
                result[i] = apply(node.op(), a);
            }
            return result;
        }

        private static double[] stretched(int[] shape, int[] own, double[] in) {
            if (Arrays.equals(shape, own)) {
                return in;
            }
            double[] result = new double[Shapes.size(shape)];
            Arrays.setAll(result, i -> in[ReferenceAxes.stretched(shape, own, i)]);
            return result;
        }

        private static double apply(Op op, double[] a) {
            if (op instanceof Op.Unary unary) {
                return unary.op().apply(a[0]);
            }
            if (op instanceof Op.Binary binary) {
                return binary.op().apply(a[0], a[1]);
            }
            return a[0] != 0 ? a[1] : a[2];
        }

        private static double[] matmul(Node node, Op.MatMul product, double[][] in) {
            Node a = node.inputs().get(0);
            Node b = node.inputs().get(1);
            int m = node.length(-2);
            int n = node.length(-1);
            int k = a.length(product.transposeLeft() ? -2 : -1);
            int[] batch = Arrays.copyOf(node.shape(), node.rank() - 2);
            double[] result = new double[node.size()];
            for (int q = 0; q < Shapes.size(batch); q++) {
                int fromA = m * k * ReferenceAxes.stretched(batch, Arrays.copyOf(a.shape(), a.rank() - 2), q);
                int fromB = k * n * ReferenceAxes.stretched(batch, Arrays.copyOf(b.shape(), b.rank() - 2), q);
                for (int i = 0; i < m; i++) {
                    for (int j = 0; j < n; j++) {
                        double sum = 0;
                        for (int l = 0; l < k; l++) {
                            double left = in[0][fromA + (product.transposeLeft() ? l * m + i : i * k + l)];
                            double right = in[1][fromB + (product.transposeRight() ? j * k + l : l * n + j)];
                            sum += left * right;
                        }
                        result[(q * m + i) * n + j] = sum;
                    }
                }
            }
            return result;
        }

        private static double[] productSum(Node node, Op.ProductSum sum, double[][] in) {
            double[] result = matmul(node, new Op.MatMul(sum.transposeLeft(), sum.transposeRight()), in);
            Arrays.setAll(result, i -> sum.product() * in[3][0] * result[i] + sum.addend() * in[4][0] * in[2][i]);
            return result;
        }

        private static double[] concat(Node node, int axis, double[][] in) {
            double[] result = new double[node.size()];
            int from = 0;
            for (int k = 0; k < in.length; k++) {
                Node part = node.inputs().get(k);
                for (int i = 0; i < part.size(); i++) {
                    int[] index = ReferenceAxes.index(part.shape(), i);
                    index[axis] += from;
                    result[ReferenceAxes.offset(node.shape(), index)] = in[k][i];
                }
                from += part.length(axis);
            }
            return result;
        }
    }
}
