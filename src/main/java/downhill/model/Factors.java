package downhill.model;

import downhill.engine.graph.Node;
import java.util.List;
import java.util.Map;

/**
 * What goes into the products of a model.
 *
 * @param x        input [B, ...shape of an example]
 * @param products nodes by the name of the product, such as {@code dense1}; several where one array is used several times
 */
public record Factors(Node x, Map<String, List<Node>> products) {
    public Factors {
        products = Map.copyOf(products);
    }
}
