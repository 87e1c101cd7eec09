package downhill.export.onnx.run;

import java.util.List;

/** What a kind of node computes. */
@FunctionalInterface
interface Operator {
    /**
     * Computes.
     *
     * @param in null where one that may be left out is
     * @throws RuntimeException where these values do not go together; whoever calls tells at which node
     */
    Tensor of(List<Tensor> in, Attributes attributes);
}
